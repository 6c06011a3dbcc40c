// SPDX-License-Identifier: Apache-2.0
import { choiceOf, excessWords, kindWords, methodWords, reformFieldWords, ruleWordsOfKind, zeroWords } from './vocabulary.ts';

/** The sheet of help: what each column asks for. */
export const helpLines: readonly (readonly [title: string, text: string])[] = [
  ['Cách dùng', 'Mỗi dòng trang "Tiêu chí" là một mục. Sửa, thêm, bớt dòng rồi tải tệp lên; phần mềm cho xem mọi khác biệt trước khi lưu.'],
  ['Số', 'Dấu phẩy trước phần thập phân (1,5), không dùng dấu phân cách nghìn. Mã viết như chữ: 1.10 khác 1.1.'],
  ['Loại', `Một trong: ${choiceOf(kindWords)}. Tiêu chí ghi mã lĩnh vực ở cột "Mã mục cha", tiêu chí thành phần ghi mã tiêu chí.`],
  ['Điểm tối đa', 'Điểm của mục có mục con phải bằng tổng các mục con. Điểm thưởng, điểm trừ: mức cộng hoặc trừ nhiều nhất.'],
  ['Ai chấm', `Một trong: ${choiceOf(methodWords)}. Mục có mục con để trống.`],
  ['Cách tính điểm', `Một trong: ${choiceOf(ruleWordsOfKind)}. Mục có mục con ghi "${ruleWordsOfKind.sum}".`],
  [ruleWordsOfKind.options, 'Mỗi dòng trong ô một phương án: mã | nội dung | điểm. Ví dụ: a | Ban hành kịp thời | 1'],
  [
    ruleWordsOfKind.rate_bands,
    'Mỗi dòng một khoảng theo phần trăm: (90; 100] | 2. Ngoặc vuông là kể cả giá trị đó; bỏ trống một đầu là không giới hạn.',
  ],
  [
    ruleWordsOfKind.amount_bands,
    'Như trên, nhưng theo số lượng ghi ở cột "Tử số hoặc nội dung đếm"; khoảng cuối phải không giới hạn: [3; ) | 1',
  ],
  [ruleWordsOfKind.proportional, 'Điểm tối đa × tử số / mẫu số.'],
  [ruleWordsOfKind.threshold_linear, 'Đạt ngưỡng (%) được trọn điểm; dưới ngưỡng: điểm tối đa × tỷ lệ / ngưỡng.'],
  [ruleWordsOfKind.floor_proportional, 'Dưới mức sàn (%) được 0; từ mức sàn: điểm tối đa × tỷ lệ.'],
  [ruleWordsOfKind.per_case_deduction, 'Bắt đầu từ điểm tối đa, mỗi trường hợp trừ số điểm đã ghi, không trừ quá trần và không dưới 0.'],
  [ruleWordsOfKind.per_case_bonus, 'Mỗi trường hợp được số điểm đã ghi, không quá trần và điểm tối đa.'],
  [ruleWordsOfKind.flat_deduction, 'Ghi điều kiện ở cột "Tử số hoặc nội dung đếm" và số điểm bị trừ ở cột ngưỡng.'],
  [ruleWordsOfKind.survey_mean, 'Mỗi dòng một mức trả lời: mã | phần trăm. Ví dụ: A | 100'],
  [ruleWordsOfKind.leader_score, 'Điểm do lãnh đạo cho từ 0 đến tối đa; cột ngưỡng ghi bước điểm nếu có, ví dụ 0,25.'],
  ['Khi mẫu số bằng 0', `Phải ghi rõ, một trong: ${choiceOf(zeroWords)}. Với khảo sát: khi không có phiếu nào.`],
  ['Khi tử số lớn hơn mẫu số', `Một trong: ${choiceOf(excessWords)}. Để trống là không nhận.`],
  ['Lĩnh vực thẩm định', `Cơ quan phụ trách lĩnh vực này thẩm định. Một trong: ${choiceOf(reformFieldWords)}.`],
  [
    'Số liệu liên kết',
    'Để trống, hoặc mã số liệu phần mềm tự lấy, ví dụ service-index:2.1 (Bộ chỉ số 766, chỉ số 2.1) hoặc service-index:total (tổng điểm).',
  ],
];
