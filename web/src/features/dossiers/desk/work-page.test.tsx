// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { sessionQuery } from '../../../shared/session/session.ts';
import { renderPage } from '../../../shared/testing/render-page.tsx';
import { DeskWorkPage } from './work-page.tsx';

const session = {
  account: { id: 'a', name: 'Người thử', email: 'a@thu.example', position: null },
  ...{ positions: [], chosenPositionId: null, grants: [], twoFactorEnabled: false, mustChangePassword: false },
  permissions: ['dossiers.read'],
};
const SignedIn = () => (useQuery(sessionQuery).data ? <DeskWorkPage /> : null);

afterEach(() => vi.unstubAllGlobals());

test('an empty desk and a filter that nothing matches are told apart', async () => {
  vi.stubGlobal('fetch', async (asked: RequestInfo | URL) => {
    const address = String(asked instanceof Request ? asked.url : asked);
    const empty = { rows: [], next: null, soonUntil: '2026-11-30T16:59:59.000Z' };
    const answer = address.includes('session') ? session : empty;
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
  });
  await renderPage(<SignedIn />);

  expect(await screen.findByText('Không có hồ sơ nào cần xử lý')).toBeTruthy();
  expect(document.body.textContent).toContain('đến hết ngày 30/11/2026');
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'không ai' } });

  expect(await screen.findByText('Không có hồ sơ nào khớp bộ lọc')).toBeTruthy();
  expect(screen.queryByText('Không có hồ sơ nào cần xử lý')).toBeNull();
});
