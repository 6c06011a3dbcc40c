// SPDX-License-Identifier: Apache-2.0
import { type DeclaredFigure, type Recomputation, recompute, writtenNumber } from './figures.ts';

/** A declared figure as far as its class can be told: by the words of its label. */
export type ClassedFigure = DeclaredFigure & {
  readonly id: string;
  readonly label: string;
  readonly unitOfMeasure: string;
  /** The team's own count, which settles what the unit meant. */
  readonly counted?: object | null;
};

/** Figures that cannot all mean what they are called. `text` quotes each figure by id, so that papers can print it. */
export type Contradiction = {
  readonly code: 'classes_overlap';
  readonly figureIds: readonly string[];
  readonly text: string;
};

// The classes of handled dossiers as statistics print them (Circular 01/2020/TT-VPCP, form II.06a: before time, on time, late).
const classWords = { early: /(?:sớm|trước) hạn/u, onTime: /đúng hạn/u, late: /(?:trễ|quá) hạn/u } as const;
type DossierClass = keyof typeof classWords;
const classes: readonly DossierClass[] = ['early', 'onTime', 'late'];

/**
 * Numbers of dossiers that contradict each other: where "on time" is exactly "early" and "late" together, they are not
 * three classes. It is a question to the unit, with both readings, because the numbers alone do not tell which is meant.
 *
 * Only one figure of each class is compared: a unit may also state classes of a part of its dossiers. Figures that the
 * team counted are settled and asked about no more.
 *
 * @example
 * // 5.190 on time, 5.126 early, 64 late
 * contradictions(figures)[0]?.figureIds // those three
 */
export function contradictions(figures: readonly ClassedFigure[]): readonly Contradiction[] {
  const open = figures.filter(({ counted }) => !counted);
  const [early, onTime, late] = classes.map((wanted) => soleFigure(open, wanted));
  if (!early || !onTime || !late) return [];
  const [few, whole, rest] = [early, onTime, late].map(wholeNumber);
  if (!few || !rest || whole !== few + rest) return [];
  const quote = ({ id }: ClassedFigure): string => `{figure:${id}:numerator}`;
  const [a, b, c] = [quote(early), quote(late), quote(onTime)];
  return [
    {
      code: 'classes_overlap',
      figureIds: [onTime.id, early.id, late.id],
      text:
        `${a} + ${b} = ${c}, đúng bằng số “đúng hạn”, nên ba số không thể là ba nhóm riêng. ` +
        `Cách hiểu thứ nhất: ${c} là tổng số hồ sơ đã giải quyết, gồm ${a} hồ sơ không trễ và ${b} hồ sơ trễ hạn. ` +
        `Cách hiểu thứ hai: ${c} là số đúng hạn, gồm ${a} hồ sơ sớm hạn và ${b} hồ sơ trả đúng ngày hẹn, không phải trễ hạn. Đề nghị đơn vị làm rõ.`,
    },
  ];
}

/** What follows from each figure, and from what they say of each other; by the figure's id. */
export function judgeFigures(figures: readonly ClassedFigure[]): ReadonlyMap<string, Recomputation> {
  const judged = new Map(figures.map((figure) => [figure.id, recompute(figure)]));
  for (const { code, figureIds, text } of contradictions(figures)) {
    const message = withNumbers(text, figures);
    for (const id of figureIds) {
      const own = judged.get(id);
      if (!own) continue;
      const isCount = own.code === 'count_only';
      judged.set(id, isCount ? { ...own, verdict: 'unclear', code, message } : { ...own, message: `${own.message} ${message}` });
    }
  }
  return judged;
}

function withNumbers(text: string, figures: readonly ClassedFigure[]): string {
  return text.replace(/\{figure:([^:}]+):numerator\}/g, (whole, id: string) => {
    const numerator = figures.find((figure) => figure.id === id)?.numerator;
    return numerator ? writtenNumber(numerator) : whole;
  });
}

function soleFigure(figures: readonly ClassedFigure[], wanted: DossierClass): ClassedFigure | undefined {
  const found = figures.filter((figure) => classOf(figure) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

function classOf({ label, unitOfMeasure, numerator }: ClassedFigure): DossierClass | undefined {
  const words = `${label} ${unitOfMeasure}`.normalize('NFC').toLocaleLowerCase('vi');
  if (numerator === null || unitOfMeasure.trim().toLocaleLowerCase('vi') !== 'hồ sơ') return undefined;
  const named = classes.filter((one) => classWords[one].test(words));
  return named.length === 1 ? named[0] : undefined;
}

function wholeNumber({ numerator }: ClassedFigure): number | undefined {
  return numerator !== null && /^\d{1,15}$/.test(numerator) ? Number(numerator) : undefined;
}
