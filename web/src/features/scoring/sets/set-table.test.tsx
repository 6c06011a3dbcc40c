// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../../shared/testing/render-page.tsx';
import { DifferenceList } from './difference-list.tsx';
import { NodeDialog } from './node-dialog.tsx';
import { SetTable } from './set-table.tsx';
import type { CriteriaNode, SetContent } from './sets.api.ts';

const ratio = { numerator: 'Hồ sơ đúng hạn', denominator: 'Hồ sơ đã nhận', whenZero: 'full', whenAbove: 'refuse' } as const;
const node = (code: string, over: Partial<CriteriaNode>): CriteriaNode => ({
  code,
  parentCode: null,
  kind: 'field',
  name: `Mục ${code}`,
  maximum: '1.5',
  method: null,
  evidence: '',
  appraiserField: 'procedures',
  rule: { kind: 'sum' },
  measure: null,
  mayBeNotApplicable: false,
  note: '',
  ...over,
});
const content = {
  conventions: {
    rounding: 'half_up',
    decimals: 2,
    roundAt: 'items',
    indexDecimals: 2,
    notApplicable: 'rescale',
    aboveMaximum: 'cap',
    compareBy: 'shown',
  },
  nodes: [node('1', {}), node('1.1', { parentCode: '1', kind: 'criterion', method: 'self', rule: { kind: 'proportional', ratio } })],
} as unknown as SetContent;

test('rows stand as a tree with points, rule in words, and faults in their row', async () => {
  const open = vi.fn();
  const faults = [{ row: 0, nodeCode: '1', path: 'maximum', sentence: 'Điểm tối đa là 1,5, nhưng tổng là 2.' }];
  await renderPage(<SetTable content={content} rules={['Tổng', '1,5 × tỷ lệ']} faults={faults} onOpen={open} verb="Sửa" />);

  expect(await screen.findByText('Điểm tối đa là 1,5, nhưng tổng là 2.')).toBeTruthy();
  expect(screen.getByText('1,5 × tỷ lệ')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Sửa 1.1' }));
  expect(open).toHaveBeenCalledWith(1);
});

test('a fixed row shows what it asks and offers its rule to be tried', async () => {
  await renderPage(<NodeDialog content={content} place={1} rule="1,5 × tỷ lệ" faults={[]} draft={null} onClose={() => undefined} />);

  expect(await screen.findByLabelText('Hồ sơ đúng hạn')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Tính điểm' })).toBeTruthy();
});

test('differences name the row, the part, the old and the new', async () => {
  const parts = [{ part: 'maximum', from: '1.5', to: '2' }];
  const changed = { change: 'changed', code: '1.1', name: 'Mục 1.1', row: 1, moved: false, parts } as const;
  await renderPage(<DifferenceList difference={{ head: [], nodes: [changed], unchanged: 1 }} />);

  expect((await screen.findByText('1,5')).tagName).toBe('DEL');
  expect(screen.getByText('2').tagName).toBe('INS');
});
