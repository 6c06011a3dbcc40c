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
import { contradictions, judgeFigures } from '../../domain/figure-classes.ts';
import { looseNumbers, withFigureIds } from '../../domain/figure-tokens.ts';
import { compareCounts, type FigureStatus, figureStatus, type Recomputation, recompute } from '../../domain/figures.ts';
import type { CitedDocument, FieldResult, FigureFact, FindingFact, RecommendationFact, SampleFact } from '../../domain/outputs/facts.ts';

/** What papers say of the figures of a visit, and what they ask about those that contradict each other and were not counted again. */
export function figureFacts(figures: readonly Figure[]): { readonly facts: FigureFact[]; readonly questions: string[] } {
  const judged = judgeFigures(figures);
  return {
    facts: figures.map((figure) => figureFact(figure, judged.get(figure.id) ?? recompute(figure))),
    questions: contradictions(figures).map(({ text }) => text),
  };
}

/** A percentage stands beside its own operands: recomputed from the declared ones, or from the team's count. */
function figureFact(figure: Figure, recomputed: Recomputation): FigureFact {
  const counted = compareCounts(figure, figure.counted);
  const written = (value: string | null): string | null => (value === null ? null : `${vietnameseNumber(value)}%`);
  return {
    id: figure.id,
    label: figure.label,
    unitOfMeasure: figure.unitOfMeasure,
    numerator: figure.numerator,
    denominator: figure.denominator,
    parts: figure.kind === 'sum' ? figure.parts : [],
    statedPercent: written(figure.statedPercent),
    recomputedPercent: written(recomputed.percent),
    sum: recomputed.sum,
    counted: figure.counted && {
      numerator: figure.counted.numerator,
      denominator: figure.counted.denominator,
      percent: written(counted?.percent ?? null),
    },
    verdict: inPapers[figureStatus(figure.kind, recomputed, counted)],
  };
}

const inPapers: Readonly<Record<FigureStatus, FigureFact['verdict']>> = {
  consistent: 'agrees',
  inconsistent: 'differs',
  unclear: 'question',
  not_computable: 'not_computable',
  not_counted: 'count',
};

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
 * notes of items that are not fully met; a note with a number that leads nowhere is pointed to, so that it is not lost.
 */
export function fieldResults(
  visitId: string,
  fields: readonly ChecklistField[],
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
): FieldResult[] {
  const byItem = new Map(answers.map((answer) => [answer.itemId, answer]));
  return fields.flatMap((field): FieldResult[] => {
    const ofField = items.filter((item) => item.fieldCode === field.code).map((item) => ({ item, answer: byItem.get(item.id) }));
    if (ofField.length === 0) return [];
    const as = (...verdicts: readonly string[]) => ofField.filter(({ answer }) => verdicts.includes(answer?.verdict ?? 'not_applicable'));
    const count = (kind: string, value: number) => ({ figureId: `${visitId}:${field.code}:${kind}`, value });
    return [
      {
        field: field.reformField,
        items: count('items', ofField.length),
        met: count('met', as('meets').length),
        partly: count('partly', as('partly').length),
        unmet: count('unmet', as('fails').length),
        unjudged: count('unjudged', as('not_applicable').length),
        remarks: remarksOn(as('partly', 'fails').map(({ item, answer }) => ({ code: item.code, note: (answer?.note ?? '').trim() }))),
      },
    ];
  });
}

function remarksOn(notes: readonly { readonly code: string; readonly note: string }[]): string {
  const isLoose = (note: string): boolean => looseNumbers(note).length > 0;
  const told = notes.filter(({ note }) => note !== '' && !isLoose(note)).map(({ note }) => (/[.;!?]$/.test(note) ? note : `${note}.`));
  const pointed = notes.filter(({ note }) => isLoose(note)).map(({ code }) => code);
  return [...told, ...(pointed.length === 0 ? [] : [`Mục ${pointed.join(', ')}: xem ghi chú trên phiếu kiểm tra.`])].join(' ');
}

/** The samples of a visit, each with what is needed to draw it again. Dossiers that nobody examined count as not examined. */
export function sampleFacts(visitId: string, samples: readonly Sample[]): SampleFact[] {
  return samples.map((sample) => {
    const results = Object.entries(sample.results);
    const faults = results.filter(([, result]) => !result.ok);
    const count = (kind: string, value: number) => ({ figureId: `${visitId}:sample:${sample.id}:${kind}`, value });
    return {
      title: sample.title,
      population: count('population', new Set(sample.population).size),
      drawn: count('drawn', sample.chosen.length),
      examined: count('examined', results.length),
      faulty: count('faulty', faults.length),
      seed: sample.seed,
      faults: faults.map(([code, { note }]) => ({
        code,
        note: note !== null && looseNumbers(note).length === 0 ? note.trim().replace(/\.$/, '') : '',
      })),
    };
  });
}
