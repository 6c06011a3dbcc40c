// SPDX-License-Identifier: Apache-2.0

/** Things counted in reports: written form → group of comparable things. Several words are joined by one space. */
const NOUN_GROUPS: Readonly<Record<string, readonly string[]>> = {
  dossier: ['hồ sơ', 'hs'],
  procedure: ['thủ tục', 'tthc', 'dịch vụ', 'dvc', 'dvctt', 'bộ thủ tục', 'quy trình', 'quy định'],
  case: ['vụ', 'vụ việc', 'việc', 'vụ án', 'kết luận', 'án'],
  petition: ['đơn', 'đơn thư', 'lá đơn'],
  opinion: ['phản ánh', 'kiến nghị', 'ý kiến', 'pakn', 'câu hỏi', 'phiếu', 'phiếu khảo sát', 'cuộc gọi', 'tin nhắn', 'yêu cầu'],
  visit: ['lượt', 'lần', 'lượt người'],
  office: [
    'cơ quan',
    'đơn vị',
    'trụ sở',
    'nhà văn hóa',
    'sở',
    'ban',
    'phòng',
    'ngành',
    'trung tâm',
    'tổ chức',
    'chi nhánh',
    'trường',
    'trạm',
    'tập thể',
    'bộ',
    'điểm cầu',
    'điểm trường',
    'cơ sở',
  ],
  place: ['xã', 'phường', 'thị trấn', 'huyện', 'quận', 'tỉnh', 'thành phố', 'địa phương', 'khu vực', 'vùng', 'thị xã', 'ubnd', 'đvhc'],
  hamlet: ['thôn', 'bản', 'ấp', 'khu phố', 'tổ dân phố', 'khóm', 'buôn', 'làng', 'khu dân cư', 'xóm', 'tổ', 'khu'],
  person: [
    'người',
    'cán bộ',
    'công chức',
    'viên chức',
    'cbcc',
    'cbccvc',
    'cbcc,vc',
    'lao động',
    'học sinh',
    'thí sinh',
    'đại biểu',
    'nhân sự',
    'công dân',
    'nhân viên',
    'đảng viên',
    'giáo viên',
    'cá nhân',
    'hội viên',
    'khách',
    'em',
    'trẻ',
    'trẻ em',
    'bệnh nhân',
    'lãnh đạo',
    'nhân khẩu',
    'chủ tịch',
    'sinh viên',
    'đồng chí',
    'thành viên',
    'công nhân',
    'bác sĩ',
    'hòa giải viên',
    'cử tri',
    'nông dân',
    'phụ nữ',
    'thương binh',
    'học viên',
    'biên chế',
  ],
  household: ['hộ', 'hộ dân', 'hộ nghèo', 'hộ gia đình', 'gia đình', 'hgđ'],
  document: [
    'văn bản',
    'quyết định',
    'nghị quyết',
    'công văn',
    'báo cáo',
    'kế hoạch',
    'vbqppl',
    'tài liệu',
    'chỉ thị',
    'thông báo',
    'đề án',
    'đề tài',
    'sáng kiến',
  ],
  account: ['tài khoản', 'chữ ký số', 'chứng thư', 'chứng thư số', 'thẻ', 'căn cước', 'cccd'],
  device: ['máy', 'máy tính', 'thiết bị', 'camera', 'máy chủ', 'phần mềm', 'hệ thống', 'cơ sở dữ liệu'],
  certificate: ['giấy', 'giấy chứng nhận', 'gcn', 'giấy phép', 'sổ đỏ', 'bìa đỏ', 'gcnqsdđ'],
  parcel: ['thửa', 'thửa đất', 'lô', 'lô đất', 'mảnh'],
  project: ['dự án', 'công trình', 'gói thầu', 'mô hình', 'hợp đồng', 'tuyến', 'cầu'],
  task: ['nhiệm vụ', 'chỉ tiêu', 'tiêu chí', 'nội dung', 'chỉ số', 'công việc', 'mục tiêu', 'giải pháp', 'sự kiện'],
  news: ['tin', 'bài', 'tin bài', 'chuyên mục', 'chương trình', 'buổi', 'lớp', 'hội nghị', 'cuộc họp', 'cuộc thi'],
  business: ['doanh nghiệp', 'dn', 'hợp tác xã', 'htx', 'hộ kinh doanh', 'nhà đầu tư', 'nhà máy', 'công ty'],
  product: ['sản phẩm', 'ocop', 'loại', 'mặt hàng', 'mẫu', 'vật nuôi', 'con', 'cây', 'chiếc', 'cái', 'xe', 'phương tiện'],
  area: ['ha', 'hecta', 'm2', 'km2', 'héc-ta', 'héc'],
  length: ['km', 'm', 'mét'],
  weight: ['tấn', 'kg', 'tạ', 'm3'],
  house: ['nhà', 'căn', 'căn nhà', 'căn hộ', 'nhà ở'],
  money: ['đồng', 'usd', 'đô', 'euro', 'vnđ', 'vnd'],
  time: ['ngày', 'tháng', 'năm', 'giờ', 'phút', 'tuần', 'quý', 'tiếng', 'giây', 'tuổi'],
  rank: ['bậc', 'hạng', 'vị'],
  point: ['điểm'],
  any: ['trường hợp', 'th', 'cuộc', 'đợt', 'đối tượng'],
};

const GROUP_OF = new Map(Object.entries(NOUN_GROUPS).flatMap(([group, nouns]) => nouns.map((noun): [string, string] => [noun, group])));

/** Points that are places, not scores: "12/15 điểm giao dịch". */
const PLACE_AFTER_POINT = new Set([
  'giao',
  'trường',
  'bưu',
  'phục',
  'cầu',
  'dân',
  'du',
  'tái',
  'sạt',
  'nóng',
  'bán',
  'tiếp',
  'đen',
  'kinh',
  'khai',
  'mỏ',
  'truy',
  'trưng',
  'công',
  'thực',
  'kiểm',
  'phát',
]);

type Branch = { group: string | undefined; readonly next: Map<string, Branch> };

/** The nouns by their words, so that most words of a text end the search at once. */
const NOUNS = new Map<string, Branch>();
for (const [noun, group] of GROUP_OF) {
  let next = NOUNS;
  let branch: Branch | undefined;
  for (const word of noun.split(' ')) {
    branch = next.get(word) ?? { group: undefined, next: new Map() };
    next.set(word, branch);
    next = branch.next;
  }
  if (branch !== undefined) branch.group = group;
}

export type CountedNoun = { readonly group: string; readonly words: number };

/** The counted thing that begins with these three words; `undefined` when the first one names no known thing. */
export function findCountedNoun(first: string, second: string, third: string): CountedNoun | undefined {
  const one = NOUNS.get(first);
  if (one === undefined) return undefined;
  if (first === 'điểm' && PLACE_AFTER_POINT.has(second)) return { group: 'office', words: 2 };
  const counted = first === 'lượt' ? findThingCounted(second, third) : undefined;
  if (counted !== undefined) return counted;
  const two = one.next.get(second);
  const three = two?.next.get(third);
  if (three?.group !== undefined) return { group: three.group, words: 3 };
  if (two?.group !== undefined) return { group: two.group, words: 2 };
  return one.group === undefined ? undefined : { group: one.group, words: 1 };
}

/** "lượt hồ sơ", "lượt hộ": times that a thing is counted, as the thing itself. */
function findThingCounted(second: string, third: string): CountedNoun | undefined {
  const one = NOUNS.get(second);
  const two = one?.next.get(third);
  const group = two?.group ?? one?.group;
  const isThing = group === 'opinion' || group === 'dossier' || group === 'household' || group === 'business';
  return isThing ? { group, words: two?.group === undefined ? 2 : 3 } : undefined;
}

const UNCOUNTABLE = new Set(['area', 'length', 'weight', 'money', 'point', 'time']);

/** Wholes: no report counts 19,63 dossiers. */
export const comesInWholes = (group: string): boolean => !UNCOUNTABLE.has(group);

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['ngàn', 3],
  ['nghìn', 3],
  ['triệu', 6],
  ['tỷ', 9],
  ['tỉ', 9],
]);

/** Words that end the noun phrase of a figure. */
export const PHRASE_STOPS: ReadonlySet<string> = new Set([
  'chiếm',
  'đạt',
  'tăng',
  'giảm',
  'là',
  'bằng',
  'so',
  'vượt',
  'nhưng',
  'với',
  'trên',
  'gồm',
  'bao',
  'từ',
  'tương',
  'ứng',
  'tỷ',
  'tỉ',
  'còn',
  'xuống',
  'lên',
  'nay',
]);

export type Hedge = 'below' | 'above' | 'about';

const HEDGES: ReadonlyMap<string, Hedge> = new Map([
  ['gần', 'below'],
  ['xấp', 'about'],
  ['xỉ', 'about'],
  ['khoảng', 'about'],
  ['chừng', 'about'],
  ['ước', 'about'],
  ['hơn', 'above'],
  ['trên', 'above'],
  ['ngót', 'below'],
]);

export const findHedge = (word: string): Hedge | undefined => HEDGES.get(word);
