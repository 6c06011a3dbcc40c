// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { networkOf } from '#kernel/network-address';
import type { Db } from '#platform/db/db';
import { addOnlineUse, forgetOnlineUseBefore, takeBackOnlineUse } from '../../data/online.repo.ts';
import { dossiersDb } from '../../data/tables.ts';
import { dailyQuota, isWithin, type OnlineUse } from '../../domain/online/quota.ts';

/** What one submission uses of the day's quota. */
export type QuotaUse = {
  /**
   * Counts bytes of files that were read.
   * @throws AppError `dossiers.online_quota_of_address`, `dossiers.online_quota_of_all`
   */
  charge(bytes: number): Promise<void>;
  /** Bytes that stay on the disk even where the submission is refused afterwards, and so are not given back. */
  keep(bytes: number): void;
};

// Often enough that many uploads at once go little beyond the quota, seldom enough that counting costs nothing beside reading.
const countedAtOnce = 1_048_576;

/**
 * Counts a submission against the day's quota of its network and of all together, and the bytes of its files as they are read. A
 * submission that is refused gives back all but what it left on the disk. The address is kept only as a hash that lasts for its day.
 *
 * @throws AppError `dossiers.online_quota_of_address`, `dossiers.online_quota_of_all`, and what `take` throws
 */
export async function withinQuota<T>(db: Db, address: string, day: Day, take: (use: QuotaUse) => Promise<T>): Promise<T> {
  const key = createHash('sha256')
    .update(`${day}|${networkOf(address)}`)
    .digest('hex');
  let charged = 0;
  let kept = 0;
  await add(db, day, key, { submissions: 1, bytes: 0 });
  try {
    return await take({
      async charge(bytes) {
        await add(db, day, key, { submissions: 0, bytes });
        charged += bytes;
      },
      keep(bytes) {
        kept += bytes;
      },
    });
  } catch (error) {
    await takeBack(db, day, [key, 'all'], { submissions: 1, bytes: Math.max(0, charged - kept) });
    throw error;
  }
}

/** The same content, each part counted before the next one is read. */
export function counted(content: Readable | Uint8Array, { charge }: QuotaUse): Readable {
  return Readable.from(chargedParts(content instanceof Uint8Array ? [content] : content, charge));
}

async function* chargedParts(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  charge: QuotaUse['charge'],
): AsyncGenerator<Uint8Array> {
  let uncounted = 0;
  for await (const part of content) {
    uncounted += part.length;
    if (uncounted >= countedAtOnce) {
      await charge(uncounted);
      uncounted = 0;
    }
    yield part;
  }
  if (uncounted > 0) await charge(uncounted);
}

async function add(db: Db, day: Day, key: string, use: OnlineUse): Promise<void> {
  const own = dossiersDb(db);
  if (!isWithin(await addOnlineUse(own, day, key, use), dailyQuota.address)) {
    await takeBack(db, day, [key], use);
    throw new AppError('unavailable', 'dossiers.online_quota_of_address');
  }
  if (!isWithin(await addOnlineUse(own, day, 'all', use), dailyQuota.all)) {
    await takeBack(db, day, [key, 'all'], use);
    throw new AppError('unavailable', 'dossiers.online_quota_of_all');
  }
}

async function takeBack(db: Db, day: Day, keys: readonly string[], use: OnlineUse): Promise<void> {
  for (const key of keys) await takeBackOnlineUse(dossiersDb(db), day, key, use);
}

/** Quotas of earlier days, and with them the hashes of addresses, are forgotten. */
export async function forgetOnlineUse(db: Db, now: Date = new Date()): Promise<void> {
  await forgetOnlineUseBefore(dossiersDb(db), todayInVietnam(now));
}
