// SPDX-License-Identifier: Apache-2.0
// Speed and memory of the figure checker on ordinary and on crafted texts, each in a process of its own:
// node --import tsx --conditions=development bench/claims-speed.bench.mjs [megabytes] [name of one text]
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const megabytes = Number(process.argv[2] ?? 10);
const only = process.argv[3];
const paragraph =
  'Trong quý III/2024, đơn vị tiếp nhận 1.412 hồ sơ (trực tuyến 1.301 hồ sơ, trực tiếp 111 hồ sơ); đã giải quyết 1.398 hồ sơ, trong đó đúng hạn 1.396 hồ sơ, đạt 99,86%, quá hạn 02 hồ sơ, chiếm 0,14%. ' +
  'Thực hiện Kế hoạch số 105/KH-UBND ngày 18/01/2024, đã kiểm tra 07/21 đơn vị hành chính cấp xã (đạt 33,33%), 05/11 phòng, ban (đạt 45,45%). ' +
  'Công tác tuyên truyền tiếp tục được quan tâm, gắn trách nhiệm của người đứng đầu với kết quả thực hiện nhiệm vụ cải cách hành chính.\n';

const filled = (piece) => piece.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(piece)));
const texts = {
  'ordinary report': () => filled(paragraph),
  'decomposed letters': () => filled(paragraph.normalize('NFD')),
  'one line without an end': () => filled(paragraph.replaceAll('\n', ' ').replaceAll('. ', ', ')),
  'only digits': () => '1'.repeat(megabytes * 1e6),
  'only slashes': () => '/'.repeat(megabytes * 1e6),
  'numbers only': () => filled('12 '),
  'fractions only': () => filled('1/2 '),
  'percents only': () => filled('9% '),
  'counts and percents': () => filled('7 hồ sơ (50%) '),
  'counts and percents, all different': allDifferent,
  'close misses': () => filled('903 hồ sơ, 1.000 hồ sơ, chiếm 90,9%, '),
  'a word and a percent': () => filled('7 a 12,34% '),
  changes: () => filled('50% tăng '),
  'classes in open parentheses': () => filled('1.000 giải quyết nữ ( nhận nữ 3 12,34% '),
  'trong đó': () => filled('trong đó 5 hồ sơ '),
  'open parentheses': () => filled('('),
  'nested parentheses': () => '(5 hồ sơ '.repeat(megabytes * 5e4) + '50%)'.repeat(megabytes * 5e4),
  'combining marks': () => `a${'\u0301'.repeat(megabytes * 5e5)}`,
  'table bars': () => filled('1 | 2 | 3%\n'),
};

/** No number comes twice in a row, so that nothing can be remembered from one claim for the next. */
function allDifferent() {
  const pieces = [];
  let bytes = 0;
  let seed = 1;
  while (bytes < megabytes * 1e6) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const piece = `${seed % 100_000} hồ sơ (${seed % 100},${Math.floor(seed / 100) % 100}%) `;
    pieces.push(piece);
    bytes += Buffer.byteLength(piece);
  }
  return pieces.join('');
}

if (only === undefined) {
  console.log(`Node ${process.version}, texts of about ${megabytes} MB, each in a process of its own`);
  for (const name of Object.keys(texts)) {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), String(megabytes), name];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} else {
  const { checkText } = await import('../server/src/modules/claims/usecases/check-text.ts');
  const text = texts[only]();
  const bytes = Buffer.byteLength(text);
  const before = process.cpuUsage();
  const began = performance.now();
  const { claims } = checkText(text);
  const seconds = (performance.now() - began) / 1000;
  const cpu = process.cpuUsage(before);
  const perSecond = (bytes / 1e6 / seconds).toFixed(1).padStart(7);
  const cpuSeconds = ((cpu.user + cpu.system) / 1e6).toFixed(2).padStart(7);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${only.padEnd(36)} ${perSecond} MB/s ${seconds.toFixed(2).padStart(7)} s (${cpuSeconds} s of processor) ${String(claims.length).padStart(8)} claims ${String(peak).padStart(5)} MB`,
  );
}
