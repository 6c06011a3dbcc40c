// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { replaceRespondentGroups, selectAnswerCounts } from '../../data/cycle/survey.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import type { RespondentGroup } from '../../domain/survey/sample-size.ts';
import { openRound, type Scope } from '../cycle/open-round.ts';

/**
 * Sets whom a round asks: groups with the number of people and the error that their sample size follows from.
 *
 * @throws AppError `scoring.round_not_found`, those of `requireAct`, `scoring.survey_group_twice`, `scoring.survey_group_in_use`
 */
export async function setRespondentGroups(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  groups: readonly RespondentGroup[],
): Promise<void> {
  const twice = groups.find(({ code }, index) => groups.findIndex((one) => one.code === code) < index);
  if (twice) throw new AppError('invalid', 'scoring.survey_group_twice', { group: twice.code });
  await inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, roundId, { lock: 'round' });
    requireAct('set_survey', { held, phase: round.phase });
    const own = cycleDb(tx);
    const used = new Set((await selectAnswerCounts(own, roundId)).map(({ group }) => group));
    for (const { code } of groups) used.delete(code);
    const [group] = used;
    if (group !== undefined) throw new AppError('conflict', 'scoring.survey_group_in_use', { group });
    await replaceRespondentGroups(own, roundId, groups);
    await recordAudit(tx, actor, {
      action: 'scoring.survey_groups_set',
      subject: ['scoring_round', roundId],
      unitId: round.organisingUnitId,
      data: { groups },
    });
  });
}
