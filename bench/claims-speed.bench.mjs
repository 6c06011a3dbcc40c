// SPDX-License-Identifier: Apache-2.0
// Speed of the figure checker on ordinary and on crafted texts: node --import tsx --conditions=development bench/claims-speed.mjs [megabytes]
import { checkText } from '../server/src/modules/claims/usecases/check-text.ts';

const megabytes = Number(process.argv[2] ?? 10);
const paragraph =
  'Trong quý III/2024, đơn vị tiếp nhận 1.412 hồ sơ (trực tuyến 1.301 hồ sơ, trực tiếp 111 hồ sơ); đã giải quyết 1.398 hồ sơ, trong đó đúng hạn 1.396 hồ sơ, đạt 99,86%, quá hạn 02 hồ sơ, chiếm 0,14%. ' +
  'Thực hiện Kế hoạch số 105/KH-UBND ngày 18/01/2024, đã kiểm tra 07/21 đơn vị hành chính cấp xã (đạt 33,33%), 05/11 phòng, ban (đạt 45,45%). ' +
  'Công tác tuyên truyền tiếp tục được quan tâm, gắn trách nhiệm của người đứng đầu với kết quả thực hiện nhiệm vụ cải cách hành chính.\n';

const filled = (piece) => piece.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(piece)));
const texts = {
  'ordinary report': filled(paragraph),
  'decomposed letters': filled(paragraph.normalize('NFD')),
  'one line without an end': filled(paragraph.replaceAll('\n', ' ').replaceAll('. ', ', ')),
  'only digits': '1'.repeat(megabytes * 1e6),
  'only slashes': '/'.repeat(megabytes * 1e6),
  'numbers only': filled('12 '),
  'fractions only': filled('1/2 '),
  'percents only': filled('9% '),
  'counts and percents': filled('7 hồ sơ (50%) '),
  'close misses': filled('903 hồ sơ, 1.000 hồ sơ, chiếm 90,9%, '),
  'trong đó': filled('trong đó 5 hồ sơ '),
  'open parentheses': filled('('),
  'nested parentheses': '(5 hồ sơ '.repeat(megabytes * 5e4) + '50%)'.repeat(megabytes * 5e4),
  'combining marks': `a${'\u0301'.repeat(megabytes * 5e5)}`,
  'table bars': filled('1 | 2 | 3%\n'),
};

console.log(`Node ${process.version}, texts of about ${megabytes} MB`);
for (const [name, text] of Object.entries(texts)) {
  const bytes = Buffer.byteLength(text);
  const began = performance.now();
  const { claims } = checkText(text);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${name.padEnd(26)} ${(bytes / 1e6 / seconds).toFixed(1).padStart(8)} MB/s ${seconds.toFixed(2).padStart(8)} s ${String(claims.length).padStart(9)} claims`,
  );
}
