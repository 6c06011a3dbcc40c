// SPDX-License-Identifier: Apache-2.0
import { act, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '../../../shared/testing/render-page.tsx';
import { AlikeNotice } from './alike-notice.tsx';
import { emptyDraft } from './reception-draft.ts';

const draft = { ...emptyDraft, unit: { id: 'u', name: 'U' }, procedure: { id: 'p', name: 'P' }, name: 'Lò Thị Xuân' };
const rows = [
  { code: 'H18.21-260914-0001', applicantName: 'Lò Thị Xuân', at: '2026-09-14T08:05:00+07:00', status: 5, by: 'number' },
  { code: 'H18.21-260913-0002', applicantName: 'LÒ THỊ XUÂN', at: '2026-09-13T08:05:00+07:00', status: 4, by: 'name' },
];

afterEach(() => vi.unstubAllGlobals());

test('tells what came before, how it is known and how it stands, and then comes to rest', async () => {
  const asked = vi.fn(async () => new Response(JSON.stringify({ rows }), { headers: { 'content-type': 'application/json' } }));
  vi.stubGlobal('fetch', asked);
  let renders = 0;
  await renderPage(
    <Profiler id="notice" onRender={() => (renders += 1)}>
      <AlikeNotice draft={draft} />
    </Profiler>,
  );

  expect((await screen.findByRole('link', { name: 'H18.21-260914-0001' })).getAttribute('href')).toBe('/dossiers/H18.21-260914-0001');
  const told = screen.getByRole('status').textContent;
  expect(told).toContain('Lò Thị Xuân, cùng số giấy tờ, 14/09/2026 08:05: Yêu cầu bổ sung giấy tờ');
  expect(told).toContain('LÒ THỊ XUÂN, cùng tên, 13/09/2026 08:05: Đang xử lý');
  const before = renders;
  await act(() => new Promise((done) => setTimeout(done, 1_000)));
  expect([renders - before, asked.mock.calls.length]).toEqual([0, 1]);
});
