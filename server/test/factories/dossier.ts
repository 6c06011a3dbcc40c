// SPDX-License-Identifier: Apache-2.0
import type { Kysely } from 'kysely';
import type { Db } from '../../src/platform/db/db.ts';

type Tables = { 'dossiers.dossier': Record<string, unknown> };

export type DossierAsked = {
  readonly unitId: string;
  readonly procedureId: string;
  readonly code?: string;
  /** National code; 4 "đang xử lý" or 10 "đã trả kết quả" where it is not given. */
  readonly status?: number;
  readonly channel?: number;
  readonly applicantName?: string;
  readonly receivedAt?: string | null;
  readonly dueAt?: string | null;
  readonly finishedAt?: string | null;
  /** 1 early, 2 on time, 3 late, 4 ended without a result; late or early by its moments where it is not given. */
  readonly timeliness?: number | null;
  /** Made by the program for the demo. */
  readonly generated?: boolean;
};

let made = 0;

/**
 * A dossier as it stands, without steps; statistics learn of it by `rebuildTally` or `foldDossiers`.
 *
 * @example
 * const { code } = await aDossier(db, { unitId, procedureId, receivedAt: '2022-09-14T08:00:00+07:00' });
 */
export async function aDossier(db: Db, asked: DossierAsked): Promise<{ readonly code: string }> {
  made += 1;
  const tables = db as unknown as Kysely<Tables>;
  const { code = `000.00.21.H18-220914-${String(made).padStart(4, '0')}`, receivedAt = '2022-09-14T08:00:00+07:00' } = asked;
  const { finishedAt = null, dueAt = null } = asked;
  const byMoments = finishedAt === null ? null : dueAt !== null && Date.parse(finishedAt) > Date.parse(dueAt) ? 3 : 1;
  await tables
    .insertInto('dossiers.dossier')
    .values({
      code,
      unit_id: asked.unitId,
      procedure_id: asked.procedureId,
      procedure_version: 1,
      channel: asked.channel ?? 1,
      status: asked.status ?? (finishedAt === null ? 4 : 10),
      origin: 3,
      generated: asked.generated ?? false,
      applicant_name: asked.applicantName ?? 'Lò Văn Thử',
      received_at: receivedAt,
      due_at: dueAt,
      finished_at: finishedAt,
      timeliness: asked.timeliness === undefined ? byMoments : asked.timeliness,
      state_at: finishedAt ?? receivedAt ?? '2022-09-14T08:00:00+07:00',
    })
    .execute();
  return { code };
}
