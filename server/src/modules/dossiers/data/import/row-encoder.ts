// SPDX-License-Identifier: Apache-2.0
import type { CheckedRow } from '../../domain/import/checked-row.ts';

const postgresEpoch = Date.UTC(2000, 0, 1);
const columns = 21;
/** Longest row: 1.995 characters of text at 3 bytes each, and everything of fixed length. */
const mostRowBytes = 8_192;
const pieceBytes = 524_288;

/** Columns of the working table in the order in which rows are written. */
export const stagedColumns =
  'line, code, unit_id, procedure_id, procedure_version, channel, status, applicant_name, subject, submitted_at, received_at, ' +
  'due_at, paused_at, finished_at, returned_at, state_at, applicant_kind, identity_number, phone, email, address';

export type RowEncoder = { add(row: CheckedRow, line: number): void; take(): Uint8Array };

/** The header and the end of PostgreSQL's binary COPY format; rows come between them. */
export const copyHeader = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
export const copyEnd = Buffer.from('ffff', 'hex');

/**
 * Writes rows in PostgreSQL's binary COPY format. Text would cost the database more than it costs here: a timestamp in text
 * alone halves the speed.
 */
export function createRowEncoder(): RowEncoder {
  const out = new FieldWriter();
  return {
    add(row, line) {
      out.begin();
      out.int32(line);
      out.text(row.code);
      out.uuid(row.unitId);
      out.uuid(row.procedureId);
      out.int32(row.procedureVersion);
      out.int16(row.channel);
      out.int16(row.status);
      out.text(row.applicantName);
      out.text(row.subject);
      out.instant(row.submittedAt);
      out.instant(row.receivedAt);
      out.instant(row.dueAt);
      out.instant(row.pausedAt);
      out.instant(row.finishedAt);
      out.instant(row.returnedAt);
      out.instant(row.stateAt);
      out.int16(row.applicantKind);
      out.text(row.identityNumber);
      out.text(row.phone);
      out.text(row.email);
      out.text(row.address);
    },
    take: () => out.take(),
  };
}

class FieldWriter {
  readonly #uuids = new Map<string, Buffer>();
  #buffer = Buffer.allocUnsafeSlow(pieceBytes);
  #at = 0;

  begin(): void {
    if (this.#buffer.length - this.#at < mostRowBytes) {
      const larger = Buffer.allocUnsafeSlow(this.#buffer.length * 2);
      this.#buffer.copy(larger, 0, 0, this.#at);
      this.#buffer = larger;
    }
    this.#at = this.#buffer.writeInt16BE(columns, this.#at);
  }

  int16(value: number): void {
    this.#at = this.#buffer.writeInt32BE(2, this.#at);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int32(value: number): void {
    this.#at = this.#buffer.writeInt32BE(4, this.#at);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  text(value: string | null): void {
    if (value === null) {
      this.#none();
      return;
    }
    const length = this.#buffer.write(value, this.#at + 4, 'utf8');
    this.#buffer.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
  }

  uuid(value: string): void {
    let bytes = this.#uuids.get(value);
    if (!bytes) {
      bytes = Buffer.from(value.replaceAll('-', ''), 'hex');
      this.#uuids.set(value, bytes);
    }
    this.#at = this.#buffer.writeInt32BE(16, this.#at);
    this.#at += bytes.copy(this.#buffer, this.#at);
  }

  instant(ms: number | null): void {
    if (ms === null) {
      this.#none();
      return;
    }
    const micros = (ms - postgresEpoch) * 1_000;
    const high = Math.floor(micros / 4_294_967_296);
    this.#at = this.#buffer.writeInt32BE(8, this.#at);
    this.#at = this.#buffer.writeInt32BE(high, this.#at);
    this.#at = this.#buffer.writeUInt32BE(micros - high * 4_294_967_296, this.#at);
  }

  #none(): void {
    this.#at = this.#buffer.writeInt32BE(-1, this.#at);
  }

  take(): Uint8Array {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafeSlow(pieceBytes);
    this.#at = 0;
    return taken;
  }
}
