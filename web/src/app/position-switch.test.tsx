// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { choosePosition, chosenPosition, positionHeaders } from '../shared/session/position.ts';
import type { Session } from '../shared/session/session.ts';
import { unitOf } from '../shared/session/session.ts';
import { renderPage } from '../shared/testing/render-page.tsx';
import { PositionSwitch } from './position-switch.tsx';

const position = (id: string, title: string, unitName: string) => ({
  id,
  title,
  unitName,
  unitId: id,
  validFrom: '2022-01-01',
  validTo: null,
});
const session = (chosenPositionId: string | null): Session => ({
  account: { id: 'a', name: 'Người thử', email: 'a@thu.example', position: null },
  positions: [position('p1', 'Phó Giám đốc', 'Sở Nội vụ'), position('p2', 'Bí thư', 'Xã A')],
  chosenPositionId,
  grants: [],
  permissions: [],
  twoFactorEnabled: false,
  mustChangePassword: false,
});

afterEach(() => choosePosition(null));

test('the chosen position is kept for the browser session and goes with every request', async () => {
  await renderPage(<PositionSwitch session={session(null)} />);
  fireEvent.click(screen.getByRole('button', { name: /Mọi chức vụ \(2\)/ }));
  fireEvent.click(await screen.findByRole('button', { name: /Bí thư/ }));

  expect(chosenPosition()).toBe('p2');
  expect(positionHeaders()).toEqual({ 'x-tuongminh-position': 'p2' });
});

test('the head shows the position and its unit', async () => {
  await renderPage(<PositionSwitch session={session('p2')} />);

  expect(screen.getByRole('button').textContent).toContain('Bí thư, Xã A');
  expect([unitOf(session('p2')), unitOf(session(null))]).toEqual(['Xã A', 'Sở Nội vụ']);
});
