// SPDX-License-Identifier: Apache-2.0
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { anActor, aServer } from '../../../../test/server.ts';
import { newId } from '../../../kernel/ids.ts';
import { openDatabase } from '../../../platform/db/db.ts';
import { readReportApart } from '../index.ts';
import { claimsModule } from '../module.ts';

// The checker keeps nothing, so the server never asks this database for anything.
const { db } = openDatabase('postgres://127.0.0.1:1/none');
const { app, as } = await aServer({ db, modules: [claimsModule()] });
const reader = anActor('reader', newId());
const sentence = 'Đã kiểm tra 07/21 xã (đạt 30%).\n';
const check = (body: object, path = 'check') => as(reader)('POST', `/api/claims/${path}`, body);

async function checkFile(name: string, content: Buffer | string) {
  await as(reader)('GET', '/healthz');
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  const encoded = new Response(form);
  const headers = { 'x-test-actor': reader.id, 'content-type': encoded.headers.get('content-type') ?? '' };
  return app.inject({ method: 'POST', url: '/api/claims/check-file', headers, payload: Buffer.from(await encoded.arrayBuffer()) });
}

test.each([
  ['a pasted sentence', () => check({ text: sentence, name: 'Báo cáo' })],
  ['a long text', () => check({ text: `${sentence}${'Không có số nào. '.repeat(3_000)}`, name: 'Báo cáo' })],
  ['a file', () => checkFile('Báo cáo', sentence)],
])('%s is answered in the same form', async (_name, send) => {
  const answer = await send();

  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.json()).toMatchObject({
    name: 'Báo cáo',
    claims: [{ quote: expect.stringContaining('07/21'), verdict: 'inconsistent' }],
    counts: { inconsistent: 1, consistent: 0 },
  });
});

test.each([
  ['export.docx', 'wordprocessingml'],
  ['export.xlsx', 'spreadsheetml'],
])('%s is a document with the findings, and says so where there is nothing to write', async (path, type) => {
  const found = await check({ text: sentence }, path);
  const nothing = await check({ text: 'Không có số.' }, path);

  expect(found.headers['content-type']).toContain(type);
  expect(found.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect(nothing.json().code).toBe('claims.nothing_found');
});

test.each([
  ['a short text', { text: sentence }],
  ['a long text', { text: `${sentence}${'Không có số nào. '.repeat(3_000)}` }],
  ['a file', { name: 'bao-cao.txt', bytes: new TextEncoder().encode(sentence) }],
])('%s of a unit’s report is read with its claims for the modules above', async (_name, source) => {
  const { text, claims } = await readReportApart(source);

  expect(text).toContain('07/21');
  expect(claims).toMatchObject([{ verdict: 'inconsistent', numerator: 7, denominator: 21 }]);
});

test('a damaged file of a report is refused in the words of the checker', async () => {
  await expect(readReportApart({ name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.4 hỏng') })).rejects.toMatchObject({
    code: 'claims.file_unreadable',
  });
});

describe('a file made to hold up the server', () => {
  test('is answered while others are served without waiting', { timeout: 60_000 }, async () => {
    let longestPause = 0;
    let last = performance.now();
    const clock = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 10);

    const answer = await checkFile('a.pdf', aPdfOf(Buffer.alloc(4_000_000, 'BT (07/21) Tj ET\n')));

    clearInterval(clock);
    expect([200, 422]).toContain(answer.statusCode);
    expect(longestPause).toBeLessThan(1_000);
  });

  test.each([
    ['a.docx', 'PK\u0003\u0004 hỏng', 'claims.file_unreadable'],
    ['a.pdf', '%PDF-1.4 hỏng', 'claims.file_unreadable'],
    ['a.bin', Buffer.from([0, 1, 2, 3, 0]), 'claims.file_type_unknown'],
  ])('a damaged %s is refused in words', async (name, content, code) => {
    expect((await checkFile(name, content)).json()).toMatchObject({ status: 422, code, detail: expect.stringMatching(/\S{2}/) });
  });
});

/** A PDF of one page whose content is packed a thousandfold. */
function aPdfOf(content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n` +
        `3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj\n` +
        `5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n4 0 obj << /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF'),
  ]);
}
