// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { requireReason } from './appraisal.ts';

type Given = Parameters<typeof requireReason>;

test('a score given without its reason is told with the points as they are written in Vietnamese', () => {
  const item = { code: '3.2.1', outcome: 'scored', points: '0.97' } as unknown as Given[0];
  const before = { outcome: 'scored', points: '0.71' } as unknown as Given[1];

  expect(() => requireReason(item, before, null)).toThrow(
    expect.objectContaining({ code: 'scoring.reason_missing', params: { item: '3.2.1', before: '0,71', after: '0,97' } }),
  );
  expect(() => requireReason(item, before, 'Văn bản đến chậm')).not.toThrow();
});
