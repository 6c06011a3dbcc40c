// SPDX-License-Identifier: Apache-2.0
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { findEntryByHash, verifyAudit } from '#platform/audit/audit';
import { auditLines } from '#platform/audit/export';
import { type Io, withDatabase } from './with-database.ts';

/** Recomputes the audit chain, and looks for a hash that was noted elsewhere; 0 intact, 1 broken. */
export async function verify(io: Io, noted?: string): Promise<number> {
  return withDatabase(async ({ database: { db } }) => {
    const verdict = await verifyAudit(db);
    if (verdict.intact) {
      io.out(`Nhật ký nguyên vẹn: ${verdict.entries} dòng, mã băm cuối ${verdict.headHash}\n`);
      if (noted === undefined) return 0;
      const sequence = await findEntryByHash(db, noted.trim().toLowerCase());
      io.out(
        sequence === undefined
          ? 'Mã băm đã ghi nhận KHÔNG có trong nhật ký: phần cuối đã bị cắt bỏ hoặc cả chuỗi đã được viết lại.\n'
          : `Mã băm đã ghi nhận là của dòng ${sequence}; mọi dòng đến đó còn như khi ghi nhận.\n`,
      );
      return sequence === undefined ? 1 : 0;
    }
    io.out(`Nhật ký KHÔNG nguyên vẹn: sai từ dòng ${verdict.brokenAt} (${verdict.reason}); ${verdict.entries} dòng trước đó đúng.\n`);
    return 1;
  });
}

/** Writes the chain as NDJSON, one entry a line, in the order and with the values that are hashed. */
export async function exportTo(file: string, io: Io): Promise<number> {
  return withDatabase(async ({ database: { db } }) => {
    await pipeline(auditLines(db), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    io.out(`Đã xuất nhật ký ra ${file}\n`);
    return 0;
  });
}
