// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const unitsErrors: ErrorCatalogue = {
  'units.not_found': {
    kind: 'not_found',
    vi: 'Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của ông/bà.',
    en: 'There is no such unit, or it lies outside your scope.',
  },
  'units.not_in_force': {
    kind: 'invalid',
    vi: '{name} không hoạt động vào ngày {day} (chưa thành lập hoặc đã kết thúc). Chọn đơn vị khác hoặc ngày khác.',
    en: '{name} does not exist on {day}. Choose another unit or another day.',
  },
  'units.already_ends': {
    kind: 'conflict',
    vi: '{name} đã được ghi kết thúc ngày {day}, không kết thúc lần nữa được. Xem đơn vị kế thừa của đơn vị này.',
    en: '{name} already ends on {day} and cannot be ended again.',
  },
  'units.later_change': {
    kind: 'conflict',
    vi: '{name} có thay đổi cấp trên ghi từ ngày {day}, muộn hơn ngày đang nhập. Chọn ngày sau thay đổi đó.',
    en: '{name} changes its parent on {day}, after the day entered. Choose a later day.',
  },
  'units.code_taken': {
    kind: 'conflict',
    vi: 'Mã {code} đang là mã của {holder} (từ {from}); mỗi ngày một mã chỉ thuộc một đơn vị. Kiểm tra lại mã hoặc ngày bắt đầu.',
    en: 'Code {code} belongs to {holder} (from {from}); on one day a code belongs to one unit. Check the code or the first day.',
  },
  'units.name_taken': {
    kind: 'conflict',
    vi: '{parent} đã có một đơn vị cùng cấp tên {name} trong thời gian này. Nếu là cùng một đơn vị thì mở đơn vị đó để sửa, không lập lại.',
    en: '{parent} has a unit of this level named {name} in this time. If it is the same one, open and correct it instead.',
  },
  'units.outlasts_parent': {
    kind: 'invalid',
    vi: '{parent} kết thúc ngày {day}, nên đơn vị trực thuộc phải có ngày kết thúc từ ngày đó trở về trước. Nhập ngày kết thúc hoặc chọn cấp trên khác.',
    en: '{parent} ends on {day}, so a unit below it must end by that day. Enter its last day or choose another parent.',
  },
  'units.start_by_succession': {
    kind: 'conflict',
    vi: '{name} bắt đầu ngày {day} do sáp nhập, chia tách hoặc đổi tên, nên không sửa riêng ngày bắt đầu được.',
    en: '{name} begins on {day} by a succession, so its first day is not corrected alone.',
  },
  'units.start_not_later': {
    kind: 'conflict',
    vi: '{name} đã bắt đầu từ ngày {day}; văn bản, hồ sơ có thể đã ghi đơn vị từ ngày đó, nên chỉ sửa được về ngày sớm hơn.',
    en: '{name} began on {day} and papers may name it since; its first day can only be corrected to an earlier one.',
  },
  'units.parent_required': {
    kind: 'invalid',
    vi: 'Cần chọn cấp trên của đơn vị. Chỉ cấp tỉnh không có cấp trên, và cấp tỉnh không tạo ở đây.',
    en: 'Choose the parent unit. Provinces are not created here.',
  },
  'units.level_not_below': {
    kind: 'invalid',
    vi: 'Đơn vị {name} không thể trực thuộc {parent}: cấp không phù hợp.',
    en: '{name} cannot belong to {parent}: the levels do not fit.',
  },
  'units.levels_differ': {
    kind: 'invalid',
    vi: 'Các đơn vị sáp nhập, chia tách phải cùng một cấp; {name} khác cấp với đơn vị đầu tiên.',
    en: 'Units that merge or split must be of one level; {name} differs.',
  },
  'units.outside_parent': {
    kind: 'invalid',
    vi: 'Thời gian hoạt động của đơn vị vượt ra ngoài thời gian của cấp trên. Kiểm tra ngày bắt đầu và ngày kết thúc.',
    en: 'The unit would last longer than its parent. Check its first and last day.',
  },
  'units.dates_reversed': {
    kind: 'invalid',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day must not lie before the first.',
  },
  'units.named_twice': { kind: 'invalid', vi: '{name} được chọn hai lần. Bỏ bớt một lần.', en: '{name} is chosen twice.' },
  'units.heir_among_ending': {
    kind: 'invalid',
    vi: '{name} vừa kết thúc vừa tiếp nhận đơn vị khác, không thể cả hai. Bỏ đơn vị này khỏi danh sách sáp nhập.',
    en: '{name} cannot both end and take over.',
  },
  'units.heir_below': {
    kind: 'invalid',
    vi: '{name} trực thuộc một đơn vị sắp kết thúc nên không thể tiếp nhận hoặc làm cấp trên. Chọn đơn vị khác.',
    en: '{name} lies below a unit that ends; choose another.',
  },
  'units.child_without_heir': {
    kind: 'invalid',
    vi: '{name} còn trực thuộc {parent} vào ngày này. Chỉ rõ đơn vị tiếp nhận, hoặc kết thúc đơn vị trực thuộc trước.',
    en: '{name} still belongs to {parent} on that day. Say which unit takes it over, or end it first.',
  },
  'units.nothing_corrected': {
    kind: 'invalid',
    vi: 'Không có mục nào khác với nội dung đang lưu.',
    en: 'Nothing differs from what is stored.',
  },
  'units.map_unreadable': {
    kind: 'invalid',
    vi: 'Không đọc được tệp bản đồ {name}: không phải JSON mã hóa UTF-8, hoặc tệp bị cắt ngang. Xuất lại tệp GeoJSON rồi gửi.',
    en: 'The map file {name} cannot be read: it is not JSON in UTF-8, or it is cut off.',
  },
  'units.map_not_collection': {
    kind: 'invalid',
    vi: 'Tệp {name} không phải bản đồ GeoJSON dạng FeatureCollection có từ 1 đến {most} hình.',
    en: '{name} is not a GeoJSON FeatureCollection with 1 to {most} features.',
  },
  'units.map_bad_shape': {
    kind: 'invalid',
    vi: 'Hình thứ {number} ({label}) không phải vùng (Polygon, MultiPolygon) khép kín. Sửa trong phần mềm bản đồ rồi xuất lại.',
    en: 'Feature {number} ({label}) is not a closed Polygon or MultiPolygon.',
  },
  'units.map_not_wgs84': {
    kind: 'invalid',
    vi: 'Hình thứ {number} ({label}) có tọa độ ngoài kinh độ, vĩ độ. Chuyển bản đồ từ VN-2000 sang WGS 84 (EPSG:4326) rồi xuất lại.',
    en: 'Feature {number} ({label}) is not in longitude and latitude. Convert the map to WGS 84 (EPSG:4326).',
  },
  'units.map_too_detailed': {
    kind: 'invalid',
    vi: 'Bản đồ có hơn {most} điểm. Giản lược đường ranh rồi gửi lại.',
    en: 'The map has more than {most} points. Simplify it.',
  },
  'units.map_twice': {
    kind: 'invalid',
    vi: '{name} có hai hình trong bản đồ. Gộp thành một MultiPolygon rồi gửi lại.',
    en: '{name} has two features. Join them into one MultiPolygon.',
  },
  'units.map_nothing_matched': {
    kind: 'invalid',
    vi: 'Không hình nào khớp mã hoặc tên đơn vị hoạt động ngày {day} (hình đầu tiên: {label}). Kiểm tra thuộc tính code, name và ngày đã chọn.',
    en: 'No feature matches the code or name of a unit of {day} (first: {label}). Check the properties code and name, and the day.',
  },
};
