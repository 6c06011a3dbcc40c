// SPDX-License-Identifier: Apache-2.0

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Right before a number they make it a name: "Điều 5", "thứ 3", "mức độ 4". */
export const ORDINAL_BEFORE = words(
  'điều khoản mục chương thứ trang bảng biểu phụ_lục iso tcvn qcvn covid bis top số điểm_a hạng khoá khóa no',
);
/** The same, unless a counted thing follows: "năm 2021", but "trong năm 5.369 hồ sơ". */
export const PERIOD_BEFORE = words(
  'tháng năm quý đợt kỳ lần mức loại tổ khu cấp lớp phố đường ngõ ngách hẻm kiệt thửa tuần phiên vòng thế_kỷ nhóm phòng tầng km phường quận số_nhà',
);
/** Two words that announce a document, a level, a place or a telephone number. */
export const NAMED_BEFORE = new Set([
  'nghị định',
  'nghị quyết',
  'quyết định',
  'thông tư',
  'chỉ thị',
  'công văn',
  'đề án',
  'công điện',
  'hướng dẫn',
  'phụ lục',
  'mức độ',
  'cấp độ',
  'số nhà',
  'văn bản',
  'dự án',
  'đội',
  'quốc lộ',
  'giai đoạn',
  'tờ trình',
  'thông báo',
  'pháp lệnh',
  'chương trình',
  'kế hoạch',
  'kết luận',
  'phiên bản',
  'vị trí',
  'tờ',
  'số thứ',
  'nhiệm kỳ',
  'báo cáo',
  'bộ luật',
  'tiêu chuẩn',
  'biểu mẫu',
  'biểu số',
  'mẫu số',
]);
/** Things and deeds whose name ends like one that is numbered: "tổng số đại biểu 52", "trung cấp 4 người". */
export const COMPOUNDS = new Set([
  'đại biểu',
  'tiêu biểu',
  'hạng mục',
  'chuyên mục',
  'danh mục',
  'đề mục',
  'tài khoản',
  'trung cấp',
  'sơ cấp',
  'cao cấp',
  'cung cấp',
  'nâng cấp',
  'trợ cấp',
  'phụ cấp',
  'đã cấp',
  'được cấp',
  'chưa cấp',
  'mới cấp',
  'trong kỳ',
  'cùng kỳ',
  'văn phòng',
  'tuyến đường',
  'chỉnh trang',
  'nghĩa trang',
]);
/** What is issued: "cấp 5 giấy phép" tells how many, "cấp 4" alone a level. */
export const ISSUED = new Set(['account', 'certificate', 'dossier']);
export const PHONE_BEFORE = new Set(['dây nóng', 'tổng đài', 'điện thoại', 'số máy', 'liên hệ']);
export const PHONE_LAST = words('nóng đài thoại máy hệ');
export const PHONE_WORDS = words('nóng đài thoại máy hệ hotline sđt fax zalo đt');
export const NAMED_LAST = new Set([...NAMED_BEFORE].map((name) => name.split(' ').pop() ?? name));
export const DATE_STRONG = words('ngày sáng chiều tối trưa đêm hôm tháng mùng rạng tết lễ dịp quý năm');
export const DATE_WEAK = words('từ đến trước sau lúc tới hết vào kể cuối đầu');
export const ADDRESS_BEFORE = words('ngõ ngách hẻm kiệt đường nhà thửa lô lớp quốc_lộ phố khối');
export const RANK_BEFORE = words('thứ hạng xếp đứng bậc top');
