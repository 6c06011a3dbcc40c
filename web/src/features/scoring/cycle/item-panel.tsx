// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Sheet, SheetItem, ToldScore } from './cycle.api.ts';
import css from './cycle.module.css';
import { ScoreForm } from './entry/score-form.tsx';
import { ItemObjections } from './item-objections.tsx';
import { ItemPapers } from './item-papers.tsx';
import { noPointsYet } from './score-origin.ts';

/** One item: how it counts, last year, entry, evidence, objections, and every score ever given. */
export function ItemPanel({ sheet, item }: { readonly sheet: Sheet; readonly item: SheetItem }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const { acts } = sheet;
  const mayScore = (act: 'score' | 'appraise_1' | 'appraise_2' | 'decide', stage: (typeof item.scoredAt)[number]): boolean =>
    acts.includes(act) && item.scoredAt.includes(stage) && (act === 'score' || act === 'decide' || item.mayAppraise);
  return (
    <>
      <p>
        <span className="digits soft">{item.code}</span> <strong>{item.name}</strong>
      </p>
      <p className="small soft">{item.method ? t(`sheet.method.${item.method}`) : null}</p>
      <p className="small">
        {t('sheet.rule')}: {item.ruleText}
      </p>
      {item.evidence ? (
        <p className="small">
          {t('sheet.evidence_asked')}: {item.evidence}
        </p>
      ) : null}
      {item.lastYear ? (
        <p className="small soft">
          {item.lastYear.points === null
            ? t(noPointsYet(item.lastYear.isPublished), { year: item.lastYear.year })
            : t('sheet.last_points', { year: item.lastYear.year, points: format.number(item.lastYear.points) })}
          {item.lastYear.remark ? ` ${t('sheet.remark', { year: item.lastYear.year, text: item.lastYear.remark })}` : ''}
        </p>
      ) : null}
      {mayScore('score', 'self') ? <ScoreForm sheet={sheet} item={item} stage="self" /> : null}
      {mayScore('appraise_1', 'appraised_1') ? <ScoreForm sheet={sheet} item={item} stage="appraised_1" /> : null}
      {mayScore('appraise_2', 'appraised_2') ? <ScoreForm sheet={sheet} item={item} stage="appraised_2" /> : null}
      {mayScore('decide', 'council') ? <ScoreForm sheet={sheet} item={item} stage="council" /> : null}
      <ItemPapers sheet={sheet} item={item} />
      <ItemObjections sheet={sheet} item={item} />
      {item.scores.length > 0 ? (
        <>
          <h3>{t('sheet.scores')}</h3>
          <ul className={css['list']}>
            {item.scores.map((score) => (
              <ScoreLine key={`${score.stage} ${score.sequence}`} score={score} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** One score as it was given; one that stands no more is struck through, with who gave which one in its place, when and why. */
function ScoreLine({ score }: { readonly score: ToldScore }) {
  const { t } = useTranslation('cycle');
  const format = useFormat();
  const { state, by } = score;
  const line = t('sheet.score_line', { stage: t(`stage.${score.stage}`), sequence: score.sequence, points: format.number(score.points) });
  const isGone = state === 'replaced' || state === 'overtaken';
  return (
    <li>
      {isGone ? <s>{line}</s> : line} {state === 'counts' ? <strong className="small">{t('sheet.counts_now')}</strong> : null}
      <div className="small soft">{t('sheet.by', { name: score.actorName, at: format.instant(score.at) })}</div>
      <div className="small">{score.sentence}</div>
      {score.source ? <div className="small">{t('sheet.source', { text: score.source })}</div> : null}
      {score.note ? <div className="small">{score.note}</div> : null}
      {isGone && by ? (
        <div className="small">
          {t(`sheet.${state}`, {
            stage: t(`stage.${by.stage}`),
            sequence: by.sequence,
            points: format.number(by.points),
            name: by.actorName,
            at: format.instant(by.at),
          })}{' '}
          {by.note ? t('sheet.why', { text: by.note }) : ''}
        </div>
      ) : null}
    </li>
  );
}
