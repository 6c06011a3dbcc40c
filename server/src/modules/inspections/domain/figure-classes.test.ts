// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { type ClassedFigure, contradictions, judgeFigures } from './figure-classes.ts';

const dossiers = (id: string, label: string, numerator: string, denominator: string | null = null): ClassedFigure => ({
  id,
  label,
  unitOfMeasure: 'hồ sơ',
  kind: denominator === null ? 'count' : 'ratio',
  numerator,
  denominator,
  parts: [],
  statedPercent: denominator === null ? null : '95.5',
});

const dienBien = [
  dossiers('total', 'Hồ sơ thực hiện qua hệ thống', '5369'),
  dossiers('on-time', 'Hồ sơ giải quyết đúng hạn', '5190'),
  dossiers('early', 'Hồ sơ giải quyết sớm hạn', '5126', '5369'),
  dossiers('late', 'Hồ sơ giải quyết trễ hạn', '64'),
];

describe('classes of dossiers', () => {
  test('5.126 and 64 make 5.190, so the three are not three classes: both readings are told', () => {
    const [found, ...more] = contradictions(dienBien);

    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'classes_overlap', figureIds: ['on-time', 'early', 'late'] });
    expect(found?.text).toContain('{figure:early:numerator} + {figure:late:numerator} = {figure:on-time:numerator}');
    expect(found?.text).toContain('Cách hiểu thứ nhất');
    expect(found?.text).toContain('Cách hiểu thứ hai');
  });

  test('classes that add up to their total contradict nothing', () => {
    const muongCha = [
      dossiers('on-time', 'Hồ sơ giải quyết đúng hạn', '18254'),
      dossiers('early', 'Hồ sơ giải quyết trước hạn', '7139'),
      dossiers('open', 'Hồ sơ đang giải quyết trong hạn', '94'),
      dossiers('late', 'Hồ sơ trễ hạn', '231'),
    ];

    expect(contradictions(muongCha)).toEqual([]);
  });

  test('classes of other things, combined classes and repeated ones are left alone', () => {
    const [, onTime, early, late] = dienBien;
    const given = (figure: ClassedFigure | undefined, change: Partial<ClassedFigure>): ClassedFigure => ({ ...figure!, ...change });

    expect(contradictions([given(onTime, { unitOfMeasure: 'nhiệm vụ' }), early!, late!])).toEqual([]);
    expect(contradictions([given(onTime, { label: 'Hồ sơ đúng hạn và trước hạn' }), early!, late!])).toEqual([]);
    expect(contradictions([...dienBien, dossiers('again', 'Hồ sơ đất đai trễ hạn', '3')])).toEqual([]);
  });

  test('what the team counted is settled and asked about no more', () => {
    const counted = dienBien.map((figure) => (figure.id === 'on-time' ? { ...figure, counted: { numerator: '5190' } } : figure));

    expect(contradictions(counted)).toEqual([]);
    expect(judgeFigures(counted).get('late')).toMatchObject({ verdict: 'not_computable', code: 'count_only' });
  });

  test('the figures concerned carry the question; a percentage that agrees keeps its verdict', () => {
    const judged = judgeFigures(dienBien);

    expect(judged.get('on-time')).toMatchObject({ verdict: 'unclear', code: 'classes_overlap' });
    expect(judged.get('on-time')?.message).toMatch(/^5\.126 \+ 64 = 5\.190, đúng bằng/);
    expect(judged.get('late')).toMatchObject({ verdict: 'unclear' });
    expect(judged.get('early')).toMatchObject({ verdict: 'consistent', percent: '95.47' });
    expect(judged.get('early')?.message).toContain('không thể là ba nhóm riêng');
    expect(judged.get('total')).toMatchObject({ code: 'count_only' });
  });
});
