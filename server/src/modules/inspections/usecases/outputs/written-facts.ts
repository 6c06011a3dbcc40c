// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { RecommendationToday } from '#modules/actions';
import type { Answer } from '../../data/answers.repo.ts';
import type { ChecklistField, ChecklistItem } from '../../data/checklists.repo.ts';
import type { Figure } from '../../data/figures.repo.ts';
import type { DocumentReference } from '../../data/references.repo.ts';
import type { Sample } from '../../data/samples.repo.ts';
import type { Statement } from '../../data/statements.repo.ts';
import { looseNumbers, withFigureIds } from '../../domain/figure-tokens.ts';
import { compareCounts, recompute } from '../../domain/figures.ts';
import type { CitedDocument, FieldResult, FigureFact, FindingFact, RecommendationFact } from '../../domain/outputs/facts.ts';

/** What papers say of a declared figure: percentages as printed; the team's own count, where there is one, has the last word. */
export function figureFact(figure: Figure): FigureFact {
  const { verdict, percent } = recompute(figure);
  const counted = compareCounts(figure, figure.counted);
  const written = (value: string | null): string | null => (value === null ? null : `${vietnameseNumber(value)}%`);
  const names = { consistent: 'agrees', inconsistent: 'differs', not_computable: 'not_computable' } as const;
  const judged = figure.kind === 'count' ? 'count' : names[verdict];
  return {
    id: figure.id,
    label: figure.label,
    numerator: figure.numerator,
    denominator: figure.denominator,
    statedPercent: written(figure.statedPercent),
    recomputedPercent: written(counted?.percent ?? percent),
    verdict: counted && !counted.agrees ? 'differs' : counted && judged !== 'differs' ? 'agrees' : judged,
  };
}

/** A stored text with the figures of its visit named by id. */
export function quoting(figures: readonly Figure[]): (text: string) => string {
  const ids = new Map(figures.map((figure) => [figure.code, figure.id]));
  return (text) => withFigureIds(text, ids);
}

/** A document as papers cite it; null where it bears no number or date yet. */
export function cited(document: DocumentReference | undefined, about = true): CitedDocument | null {
  if (!document || document.code === null || document.issuedOn === null) return null;
  return {
    kind: document.typeName ?? 'Văn bản',
    documentNumber: document.code,
    issuedOn: document.issuedOn,
    issuedBy: document.issuerName,
    about: about ? `về ${document.subject.replace(/^về\s+/i, '')}` : null,
  };
}

/** "UBND tỉnh Điện Biên" in full on two lines, as the head of a paper prints it. */
export function issuerInFull(authorityName: string): string {
  return authorityName.replace(/^UBND\s+/u, 'Ủy ban nhân dân\n');
}

/** Findings with the code of their checklist item; without one the code of their group stands in. */
export function findingFact(statement: Statement, write: (text: string) => string, fields: readonly ChecklistField[]): FindingFact {
  const field: ReformField = statement.reformField ?? 'steering';
  const code = statement.itemCode ?? fields.find((one) => one.reformField === field)?.code ?? 'F1';
  return { code, field, text: write(statement.text), cause: write(statement.cause ?? '') };
}

export function recommendationFact(recommendation: RecommendationToday): RecommendationFact {
  return { text: recommendation.text, owner: recommendation.ownerPosition ?? recommendation.unitName, deadline: recommendation.dueOn };
}

export function proposalText(statement: Statement, write: (text: string) => string): string {
  return statement.addressedTo ? `Với ${statement.addressedTo}: ${write(statement.text)}` : write(statement.text);
}

/**
 * Checklist results of each group in counts; a count's id says of which visit, group and kind it is. Remarks are the
 * notes of items that are not fully met, as far as they carry no number that leads nowhere.
 */
export function fieldResults(
  visitId: string,
  fields: readonly ChecklistField[],
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
): FieldResult[] {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]));
  return fields.flatMap((field): FieldResult[] => {
    const ofField = items.filter((item) => item.fieldCode === field.code).flatMap((item) => byItem.get(item.id) ?? []);
    const judged = ofField.filter((answer) => answer.verdict !== null && answer.verdict !== 'not_applicable');
    const unmet = judged.filter((answer) => answer.verdict !== 'meets');
    if (!items.some((item) => item.fieldCode === field.code)) return [];
    const count = (kind: string, value: number) => ({ figureId: `${visitId}:${field.code}:${kind}`, value });
    const remarks = unmet.flatMap((answer) => (answer.note !== null && looseNumbers(answer.note).length === 0 ? [answer.note] : []));
    return [
      {
        field: field.reformField,
        checked: count('checked', judged.length),
        met: count('met', judged.length - unmet.length),
        unmet: count('unmet', unmet.length),
        remarks: remarks.join(' '),
      },
    ];
  });
}

/** The sampled dossiers of a visit as one result; the seed is cited with its algorithm, so that the draw can be repeated. */
export function sampleFact(visitId: string, samples: readonly Sample[]) {
  if (samples.length === 0) return null;
  const drawn = samples.reduce((sum, sample) => sum + sample.chosen.length, 0);
  const faulty = samples.reduce((sum, sample) => sum + Object.values(sample.results).filter((result) => !result.ok).length, 0);
  const remarks = samples.map(
    (sample) => `Hồ sơ được chọn ngẫu nhiên theo số gốc ${sample.seed}/MINSTD, xáo trộn Fisher–Yates trên danh sách mã hồ sơ đã sắp xếp.`,
  );
  const count = (kind: string, value: number) => ({ figureId: `${visitId}:sample:${kind}`, value });
  return { drawn: count('drawn', drawn), faulty: count('faulty', faulty), remarks: remarks.join('\n') };
}
