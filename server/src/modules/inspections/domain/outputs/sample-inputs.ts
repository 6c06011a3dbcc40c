// SPDX-License-Identifier: Apache-2.0
import type { ConclusionNoticeInput } from './conclusion-notice.ts';
import type { FieldResult, FigureFact, FindingFact, RecommendationFact, RoundFacts } from './facts.ts';
import type { MinutesInput } from './minutes.ts';

/** An invented inspection of an invented unit, as tests and screens show it. */
export const sampleRound: RoundFacts = {
  title: 'kiểm tra công tác cải cách hành chính năm 2024',
  plan: {
    kind: 'Kế hoạch',
    documentNumber: '215/KH-UBND',
    issuedOn: '2024-02-05',
    issuedBy: 'UBND tỉnh Sông Mây',
    about: 'kiểm tra cải cách hành chính năm 2024',
  },
  decision: {
    kind: 'Quyết định',
    documentNumber: '1042/QĐ-UBND',
    issuedOn: '2024-08-09',
    issuedBy: 'Chủ tịch UBND tỉnh Sông Mây',
    about: 'thành lập Đoàn kiểm tra cải cách hành chính',
  },
  period: { from: '2023-12-15', to: '2024-08-31' },
};

export const sampleFigures: readonly FigureFact[] = [
  {
    id: 'inspected-communes',
    label: 'Tỷ lệ đơn vị cấp xã được kiểm tra',
    unitOfMeasure: 'xã',
    parts: [],
    sum: null,
    counted: null,
    numerator: '7',
    denominator: '21',
    statedPercent: '30%',
    recomputedPercent: '33,33%',
    verdict: 'differs',
  },
  {
    id: 'on-time-dossiers',
    label: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
    unitOfMeasure: 'hồ sơ',
    parts: [],
    sum: null,
    counted: null,
    numerator: '5369',
    denominator: '5412',
    statedPercent: '99,2%',
    recomputedPercent: '99,21%',
    verdict: 'agrees',
  },
  {
    id: 'signed-documents',
    label: 'Tỷ lệ văn bản đi ký số đủ hai lớp',
    unitOfMeasure: 'văn bản',
    parts: [],
    sum: null,
    counted: null,
    numerator: null,
    denominator: null,
    statedPercent: '97,5%',
    recomputedPercent: null,
    verdict: 'not_computable',
  },
  {
    id: 'all-dossiers',
    label: 'Hồ sơ tiếp nhận',
    unitOfMeasure: 'hồ sơ',
    numerator: '5412',
    denominator: null,
    parts: [
      { label: 'Đã giải quyết', value: '5400' },
      { label: 'Đang giải quyết', value: '12' },
    ],
    sum: '5412',
    statedPercent: null,
    recomputedPercent: null,
    counted: null,
    verdict: 'agrees',
  },
  {
    id: 'late-dossiers',
    label: 'Hồ sơ trễ hạn',
    unitOfMeasure: 'hồ sơ',
    numerator: '40',
    denominator: '5412',
    parts: [],
    sum: null,
    statedPercent: '0,7%',
    recomputedPercent: '0,74%',
    counted: { numerator: '43', denominator: '5412', percent: '0,79%' },
    verdict: 'differs',
  },
];

const count = (figureId: string, value: number) => ({ figureId, value });

const sampleFields: readonly FieldResult[] = [
  {
    field: 'steering',
    items: count('f1-items', 10),
    met: count('f1-met', 7),
    partly: count('f1-partly', 1),
    unmet: count('f1-unmet', 1),
    unjudged: count('f1-unjudged', 1),
    remarks: 'Kế hoạch năm ban hành đúng hạn; việc tự kiểm tra cấp xã mới đạt {figure:inspected-communes:ratio} đơn vị.',
  },
  {
    field: 'procedures',
    items: count('f3-items', 16),
    met: count('f3-met', 13),
    partly: count('f3-partly', 1),
    unmet: count('f3-unmet', 2),
    unjudged: count('f3-unjudged', 0),
    remarks: 'Niêm yết tại Bộ phận Một cửa chưa đầy đủ theo Nghị định số 61/2018/NĐ-CP.',
  },
  {
    field: 'digital_government',
    items: count('f7-items', 11),
    met: count('f7-met', 9),
    partly: count('f7-partly', 1),
    unmet: count('f7-unmet', 1),
    unjudged: count('f7-unjudged', 0),
    remarks: 'Phần mềm diệt mã độc chưa cài đủ trên các máy tính.',
  },
];

const sampleFindings: readonly FindingFact[] = [
  {
    code: 'F1.05',
    field: 'steering',
    text: 'Mới tự kiểm tra {figure:inspected-communes} đơn vị cấp xã; số báo cáo là {figure:inspected-communes:stated}.',
    cause: 'Phân công theo dõi kế hoạch chưa rõ người, rõ việc.',
  },
  {
    code: 'F3.03',
    field: 'procedures',
    text: 'Một số thủ tục đã hết hiệu lực còn niêm yết tại Bộ phận Một cửa từ tháng 3/2024.',
    cause: 'Chưa cập nhật kịp thời quyết định công bố thủ tục.',
  },
  {
    code: 'F7.09',
    field: 'digital_government',
    text: 'Chưa cài phần mềm phòng chống mã độc tập trung trên toàn bộ máy tính của các phòng.',
    cause: 'Phân công theo dõi kế hoạch chưa rõ người, rõ việc.',
  },
];

const sampleStrengths: readonly string[] = [
  'Kế hoạch cải cách hành chính được ban hành ngày 18/01/2024, đủ các lĩnh vực, rõ người chủ trì và thời hạn.',
  'Hồ sơ giải quyết đúng hạn đạt {figure:on-time-dossiers}, cao hơn cùng kỳ năm 2023.',
];

const sampleRecommendations: readonly RecommendationFact[] = [
  {
    text: 'Hoàn thành tự kiểm tra các đơn vị cấp xã còn lại theo Kế hoạch số 215/KH-UBND.',
    owner: 'UBND huyện Suối Trong',
    deadline: '2024-11-30',
  },
  {
    text: 'Rà soát, gỡ bỏ thủ tục hết hiệu lực; niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị.',
    owner: 'Văn phòng HĐND và UBND huyện',
    deadline: '2024-10-05',
  },
  { text: 'Tuyên truyền cải cách hành chính trên hệ thống truyền thanh cơ sở.', owner: 'Phòng Văn hóa và Thông tin', deadline: null },
];

export const sampleMinutes: MinutesInput = {
  paper: { stage: 'for_signature', sequence: null, place: 'Suối Trong', issuedOn: '2024-09-06' },
  teamSymbol: 'ĐKT',
  issuer: { superior: 'UBND tỉnh Sông Mây', name: 'Đoàn kiểm tra số 2' },
  round: sampleRound,
  unit: { name: 'UBND huyện Suối Trong', representative: { name: 'Lò Thị Ưởng', position: 'Phó Chủ tịch UBND huyện' } },
  startedAt: { on: '2024-09-06', time: '08:00' },
  endedAt: { on: '2024-09-06', time: '16:30' },
  venue: 'Trụ sở UBND huyện Suối Trong',
  team: [
    { role: 'member', name: 'Quàng Văn Đỗ', position: 'Chuyên viên Sở Tư pháp' },
    { role: 'head', name: 'Nguyễn Hữu Trường', position: 'Phó Giám đốc Sở Nội vụ' },
    { role: 'secretary', name: 'Vàng Thị Mỷ', position: 'Chuyên viên Phòng Cải cách hành chính, Sở Nội vụ' },
    { role: 'deputy_head', name: 'Trần Quốc Khải', position: 'Trưởng phòng Kiểm soát thủ tục hành chính, Văn phòng UBND tỉnh' },
  ],
  unitAttendees: [
    { name: 'Lò Thị Ưởng', position: 'Phó Chủ tịch UBND huyện' },
    { name: 'Phạm Đức Ngữ', position: 'Trưởng phòng Nội vụ' },
  ],
  fields: sampleFields,
  figures: sampleFigures,
  questions: ['{figure:late-dossiers:numerator} hồ sơ trễ hạn cần đơn vị làm rõ.'],
  samples: [
    {
      title: 'Hồ sơ đất đai',
      population: count('sample-population', 812),
      drawn: count('sample-drawn', 45),
      examined: count('sample-examined', 44),
      faulty: count('sample-faulty', 1),
      seed: 20240904,
      faults: [{ code: 'H18.17-240301-0007', note: 'Thiếu phiếu xin lỗi khi trả kết quả quá hạn' }],
    },
  ],
  strengths: sampleStrengths,
  findings: sampleFindings,
  recommendations: sampleRecommendations,
  unitStatements: [],
  unitOpinion: 'Nhất trí với kết quả kiểm tra.\nSố liệu tự kiểm tra cấp xã do nhập nhầm; đơn vị sẽ đính chính trong báo cáo quý III/2024.',
  proposals: ['Đề nghị tỉnh bố trí kinh phí mua phần mềm phòng chống mã độc tập trung cho cấp huyện.'],
  pageCount: null,
  mark: null,
};

export const sampleNotice: ConclusionNoticeInput = {
  paper: { stage: 'issued', sequence: 7, place: 'Sông Mây', issuedOn: '2024-10-02' },
  issuerSymbol: 'UBND',
  issuer: { superior: null, name: 'Ủy ban nhân dân\ntỉnh Sông Mây' },
  round: sampleRound,
  minutes: { kind: 'Biên bản', documentNumber: '03/BB-ĐKT', issuedOn: '2024-09-06', issuedBy: 'Đoàn kiểm tra số 2', about: null },
  minutesSignedOn: null,
  unit: { name: 'UBND huyện Suối Trong' },
  inspectedFrom: '2024-09-04',
  inspectedTo: '2024-09-06',
  figures: sampleFigures,
  strengths: sampleStrengths,
  findings: sampleFindings,
  questions: [],
  conclusions: ['UBND huyện chỉ đạo cải cách hành chính kịp thời; cần khắc phục việc tự kiểm tra cấp xã.'],
  responsibility:
    'Trách nhiệm chính thuộc Chủ tịch UBND huyện; trách nhiệm trực tiếp thuộc Trưởng phòng Nội vụ và Chánh Văn phòng HĐND và UBND huyện.',
  recommendations: sampleRecommendations,
  proposals: ['Kinh phí phần mềm phòng chống mã độc: giao Sở Tài chính tham mưu trong dự toán năm 2025.'],
  report: { dueOn: '2024-10-31', days: '15 ngày', to: 'UBND tỉnh (qua Sở Nội vụ)' },
  signer: {
    authority: [
      { mark: 'TM.', of: 'ỦY BAN NHÂN DÂN' },
      { mark: 'KT.', of: 'CHỦ TỊCH' },
    ],
    position: 'PHÓ CHỦ TỊCH',
    name: 'Hoàng Thị Ngọc Ánh',
  },
  recipients: {
    lines: ['UBND huyện Suối Trong', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'Sở Nội vụ', 'Thành viên Đoàn kiểm tra'],
    archive: 'VT, NC',
  },
  mark: null,
};
