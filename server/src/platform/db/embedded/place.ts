// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#kernel/app-error';
import { type Account, accountFor, canReach, withCapability } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Where the cluster lies, which programs serve it and as whom they run. */
export type Place = { readonly cluster: string; readonly binaries: Binaries; readonly account: Account };

/** `capabilities: false` behaves like a system without setpriv; `home` is the folder for clusters that cannot stay in the data folder. */
export type PlaceOptions = { readonly capabilities?: boolean; readonly home?: string };

/**
 * Decides where the cluster lies: in the data folder whenever the account can get there.
 *
 * Root's home or a `mktemp -d` folder is closed to every other account. The account then gets a capability to pass it; where the
 * system grants none, programs and cluster move to `/var/lib/tuongminh`, and the data folder keeps a note of it. A cluster that
 * already lies in the data folder is never left behind: then this throws.
 *
 * @throws AppError `platform.data_folder_unreachable`
 */
export function choosePlace(dataDir: string, binaries: Binaries, options: PlaceOptions = {}): Place {
  const inside = join(dataDir, 'postgres');
  const note = join(dataDir, 'postgres.location');
  if (existsSync(note)) return placeOutside(dirname(readFileSync(note, 'utf8').trim()), binaries);

  const account = accountFor(inside);
  if (account.kind === 'own' || canReach(account, binaries.native, dataDir)) return { cluster: inside, binaries, account };
  const capable = options.capabilities === false ? undefined : withCapability(account, binaries.native, dataDir);
  if (capable !== undefined) return { cluster: inside, binaries, account: capable };
  if (existsSync(inside)) throw new AppError('unavailable', 'platform.data_folder_unreachable', { folder: dataDir });

  const key = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  const place = placeOutside(join(options.home ?? '/var/lib/tuongminh', key), binaries);
  writeFileSync(note, `${place.cluster}\n`);
  return place;
}

function placeOutside(folder: string, binaries: Binaries): Place {
  const cluster = join(folder, 'postgres');
  const account = accountFor(cluster);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const native =
    account.kind === 'own' || canReach(account, binaries.native, folder) ? binaries.native : copyPrograms(binaries.native, dirname(folder));
  if (!canReach(account, native, folder)) throw new AppError('unavailable', 'platform.data_folder_unreachable', { folder });
  return { cluster, binaries: { ...binaries, native }, account };
}

function copyPrograms(native: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(home, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const making = `${target}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  renameSync(making, target);
  return target;
}

/** Hands a folder and everything in it to the account; nothing above it is touched. */
export function giveTo(account: Account, folder: string, entries: readonly string[] = []): void {
  if (account.kind === 'own') return;
  for (const entry of [folder, ...entries.map((name) => join(folder, name))]) chownSync(entry, account.uid, account.gid);
}
