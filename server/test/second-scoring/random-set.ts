// SPDX-License-Identifier: Apache-2.0
import {
  aboveMaximumTreatments,
  type Conventions,
  type CriteriaNode,
  type CriteriaSet,
  comparisonBases,
  type NodeKind,
  notApplicableTreatments,
  roundingModes,
  roundingPlaces,
} from '../../src/modules/scoring/domain/criteria/criteria-set.ts';
import { type Chance, text } from './random.ts';
import { randomRule } from './random-rule.ts';

type Drawn = { readonly nodes: CriteriaNode[]; readonly units: number };

/** A set without faults: up to three levels, every rule, every convention. */
export function randomSet(draw: Chance): CriteriaSet {
  const decimals = draw.between(0, 4);
  const conventions: Conventions = {
    rounding: draw.one(roundingModes),
    decimals,
    roundAt: draw.one(roundingPlaces),
    indexDecimals: draw.between(0, 4),
    notApplicable: draw.one(notApplicableTreatments),
    aboveMaximum: draw.one(aboveMaximumTreatments),
    compareBy: draw.one(comparisonBases),
  };
  const fields = draw.list(1, 3, (index) => branch(draw, conventions, { code: `${index + 1}`, parentCode: null, kind: 'field' }));
  const modifiers = draw.list(0, 3, (index) => {
    const kind = draw.one(['bonus', 'deduction'] as const);
    return item(draw, conventions, { code: `${kind === 'bonus' ? 'B' : 'D'}${index}`, parentCode: null, kind }).nodes;
  });
  return {
    level: 'commune',
    year: 2025,
    title: 'Bộ tiêu chí ngẫu nhiên',
    validFrom: '2025-07-01',
    validTo: null,
    legalBasis: 'Không có',
    certainty: 'template',
    note: '',
    maximum: text(draw, total(fields), decimals),
    conventions,
    grades: grades(draw),
    nodes: [...fields.flatMap(({ nodes }) => nodes), ...modifiers.flat()],
  };
}

type Place = Pick<CriteriaNode, 'code' | 'parentCode' | 'kind'>;
const below: Readonly<Partial<Record<NodeKind, NodeKind>>> = { field: 'criterion', criterion: 'sub_criterion' };
const total = (parts: readonly Drawn[]): number => parts.reduce((all, { units }) => all + units, 0);

function branch(draw: Chance, conventions: Conventions, place: Place): Drawn {
  const kind = below[place.kind];
  if (kind === undefined || draw.once(4)) return item(draw, conventions, place);
  const children = draw.list(1, 3, (index) =>
    branch(draw, conventions, { code: `${place.code}.${index + 1}`, parentCode: place.code, kind }),
  );
  const units = total(children);
  const node: CriteriaNode = { ...row(draw, conventions, place, units), method: null, rule: { kind: 'sum' }, mayBeNotApplicable: false };
  return { nodes: [node, ...children.flatMap(({ nodes }) => nodes)], units };
}

function item(draw: Chance, conventions: Conventions, place: Place): Drawn {
  const units = draw.between(1, draw.one([3, 40, 2_000]));
  const refusesNotApplicable = conventions.notApplicable === 'refuse';
  const rule = randomRule(draw, { kind: place.kind, most: units, places: conventions.decimals, refusesNotApplicable });
  const mayBeNotApplicable = !refusesNotApplicable && place.kind !== 'bonus' && place.kind !== 'deduction' && draw.once(2);
  return { nodes: [{ ...row(draw, conventions, place, units), method: 'self', rule, mayBeNotApplicable }], units };
}

function row(draw: Chance, { decimals }: Conventions, place: Place, units: number) {
  return {
    ...place,
    name: `Mục ${place.code}`,
    maximum: text(draw, units, decimals),
    evidence: '',
    appraiserField: null,
    measure: null,
    note: '',
  };
}

function grades(draw: Chance) {
  const limits = [...new Set(draw.list(0, 4, () => draw.between(1, 1_000)))].sort((a, b) => b - a);
  return draw.once(4)
    ? []
    : [...limits, 0].map((limit, index) => ({ code: `g${index}`, name: `Bậc ${index}`, fromPercent: text(draw, limit, 1) }));
}
