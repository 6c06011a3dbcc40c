// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#kernel/app-error';

/**
 * Makes the data folder where it is absent and asks whether it can be written.
 *
 * @throws AppError `platform.data_folder_unusable`
 */
export function prepareDataFolder(folder: string): void {
  asFolderProblem(folder, () => {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  });
}

/**
 * A secret text that is kept in the data folder, made at the first call. A file that a full disk or a killed program left
 * too short counts as absent, and the file appears whole or not at all.
 *
 * @throws AppError `platform.data_folder_unusable`
 */
export function keptSecret(folder: string, name: string, shortest: number, make: () => string): string {
  return asFolderProblem(folder, () => {
    const file = join(folder, name);
    const there = readIfThere(file);
    if (there.length >= shortest) return there;
    mkdirSync(folder, { recursive: true });
    const aside = join(folder, `${name}.${randomUUID()}`);
    try {
      writeFileSync(aside, make(), { mode: 0o600, flag: 'wx', flush: true });
      renameSync(aside, file);
    } finally {
      rmSync(aside, { force: true });
    }
    return readIfThere(file);
  });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function asFolderProblem<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new AppError('unavailable', 'platform.data_folder_unusable', { folder, reason: error instanceof Error ? error.message : '' });
  }
}
