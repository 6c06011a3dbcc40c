// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hashOfFile, readStamp, writeStamp } from './fingerprint.mjs';
import { StepError } from './report.mjs';
import { npm, root } from './run.mjs';

const lock = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.tuongminh-lock');

/** Installs the packages of package-lock.json unless they are there; returns a remark for the step. */
export async function install() {
  const wanted = `${hashOfFile(lock)} ${process.platform} ${process.arch}`;
  if (readStamp(stamp) === wanted) return 'đã đủ';
  if (isInstalled()) {
    writeStamp(stamp, wanted);
    return 'đã đủ';
  }
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new StepError(`Không cài được các gói phần mềm. Kiểm tra kết nối mạng rồi chạy lại. npm báo:\n${output.trim()}`);
  writeStamp(stamp, wanted);
  return 'vừa cài';
}

/** Whether npm itself, run by hand, left everything that the lock file names; its own list tells the versions. */
function isInstalled() {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const present = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.devOptional && !entry.peer && !entry.link)
    .every(([path, entry]) => present[path]?.version === entry.version);
}
