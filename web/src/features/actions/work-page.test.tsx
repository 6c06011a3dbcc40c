// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { sessionQuery } from '../../shared/session/session.ts';
import { renderPage } from '../../shared/testing/render-page.tsx';
import { WorkPage } from './work-page.tsx';

const session = {
  account: { id: 'a', name: 'Người thử', email: 'a@thu.example', position: null },
  ...{ positions: [], chosenPositionId: null, grants: [], twoFactorEnabled: false, mustChangePassword: false },
  permissions: ['inspections.read', 'scoring.read_rounds'],
};
const inspection = { kind: 'answers', title: 'Còn 3 mục kiểm tra chưa có kết quả', detail: 'Đợt 1', unitName: null, dueOn: null };
const sheet = { kind: 'self_score', roundTitle: 'Chấm điểm năm 2026', unitName: 'UBND Xã Một', sheets: 1, items: 12, dueOn: '2020-01-10' };
const many = { kind: 'approve', roundTitle: 'Chấm điểm năm 2026', unitName: 'UBND Huyện', sheets: 25, items: null, dueOn: null };
const answers: Readonly<Record<string, unknown>> = {
  '/inspections/my-work': { rows: [{ ...inspection, isOverdue: false, link: '/inspections/1' }] },
  '/scoring/my-work': {
    rows: [
      { ...sheet, isOverdue: true, link: '/scoring/sheets/1' },
      { ...many, isOverdue: false, link: '/scoring/rounds/1' },
    ],
  },
};

const SignedIn = () => (useQuery(sessionQuery).data ? <WorkPage /> : null);

afterEach(() => vi.unstubAllGlobals());

test('what waits in a round of scoring stands among the other work, the earliest deadline first', async () => {
  vi.stubGlobal('fetch', async (asked: RequestInfo | URL) => {
    const address = String(asked instanceof Request ? asked.url : asked);
    const found =
      Object.entries(answers).find(([path]) => address.includes(path))?.[1] ?? (address.includes('session') ? session : { rows: [] });
    return new Response(JSON.stringify(found), { headers: { 'content-type': 'application/json' } });
  });
  await renderPage(<SignedIn />);

  const own = await screen.findByRole('link', { name: 'Tự chấm điểm: còn 12 mục chưa chấm' });
  expect(own.getAttribute('href')).toBe('/scoring/sheets/1');
  expect(screen.getByRole('link', { name: 'Duyệt phiếu tự chấm của 25 đơn vị' })).toBeTruthy();
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)[0]).toBe('Tự chấm điểm: còn 12 mục chưa chấm');
  expect(screen.getByRole('link', { name: inspection.title })).toBeTruthy();
});
