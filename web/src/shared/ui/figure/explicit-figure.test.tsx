// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { ExplicitFigure } from './explicit-figure.tsx';

const origin = {
  sentence: '07 trong 21 xã được kiểm tra.',
  numerator: { value: '07', label: 'xã được kiểm tra' },
  denominator: { value: '21', label: 'xã của huyện' },
  source: 'Kế hoạch 1703/KH-UBND',
  recordedBy: 'Thư ký đoàn',
  recordedAt: '2022-09-14T01:05:00Z',
  rule: 'Tử số chia mẫu số',
  law: 'Thông tư 02/2017/TT-VPCP, Điều 46',
  asOf: '2022-09-06',
};

test('a figure opens one card with its parts, source, person, rule and day', async () => {
  await renderPage(<ExplicitFigure value="33,33 %" origin={origin} />);
  fireEvent.click(screen.getByRole('button', { name: /33,33 %/ }));

  const card = within(await screen.findByRole('dialog'));
  for (const text of [origin.sentence, '07', '21', origin.source, 'Thư ký đoàn · 14/09/2022 08:05', /Thông tư 02\/2017/, '06/09/2022'])
    expect(card.getAllByText(text).length).toBeGreaterThan(0);
});

test('an inconsistent figure says so before it is opened and shows both values', async () => {
  await renderPage(<ExplicitFigure value="33,33 %" origin={{ ...origin, inconsistent: { declared: '30 %', recomputed: '33,33 %' } }} />);
  fireEvent.click(screen.getByRole('button', { name: /Hai số không khớp/ }));

  const card = within(await screen.findByRole('dialog'));
  expect(card.getByText('30 %')).toBeTruthy();
  expect(card.getAllByText('33,33 %').length).toBeGreaterThan(1);
});

test('a number without origin cannot be opened and says so', async () => {
  await renderPage(<ExplicitFigure value="79 %" origin={null} />);

  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('(chưa có nguồn gốc)')).toBeTruthy();
});

test('the card leads to the records behind the number', async () => {
  const open = vi.fn();
  await renderPage(<ExplicitFigure value="05/11" origin={{ ...origin, onOpenRecords: open }} />);
  fireEvent.click(screen.getByRole('button', { name: /05\/11/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Xem danh sách phía sau số này' }));

  expect(open).toHaveBeenCalledOnce();
});
