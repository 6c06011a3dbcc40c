// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

const shared = fileURLToPath(new URL('../../../../../../shared/', import.meta.url));
const isPresent = existsSync(`${shared}corpus/dev.jsonl`);

type Label = {
  kind: string;
  quote: string;
  numerator: number | null;
  denominator: number | null;
  stated_percent: number | null;
  consistent: boolean | string;
  note?: string;
};

describe.skipIf(!isPresent)('labelled reports (skipped where the shared folder is absent)', () => {
  it('finds the operands of nearly all shares', () => {
    const texts = readFileSync(`${shared}corpus/dev.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): { text: string; claims: Label[] } => JSON.parse(line));
    let wanted = 0;
    let found = 0;
    for (const { text, claims } of texts) {
      const said = checkText(text).claims;
      const labels = claims.filter(
        (label) =>
          ['ratio', 'percent_of_total'].includes(label.kind) &&
          label.numerator !== null &&
          label.denominator !== null &&
          label.stated_percent !== null &&
          !label.note?.startsWith('derived'),
      );
      wanted += labels.length;
      found += labels.filter((label) =>
        said.some(
          (claim) =>
            claim.numerator === label.numerator && claim.denominator === label.denominator && claim.statedPercent === label.stated_percent,
        ),
      ).length;
    }
    expect(found / wanted).toBeGreaterThanOrEqual(0.92);
  });

  it('judges the figures of the inspection article as a careful reader does', () => {
    const { claims } = checkText(readFileSync(`${shared}seed/article.vi.txt`, 'utf8'));
    const verdictOf = (numerator: number, denominator: number): string | undefined =>
      claims.find((claim) => claim.numerator === numerator && claim.denominator === denominator)?.verdict;

    expect([verdictOf(7, 21), verdictOf(5, 11), verdictOf(79, 170), verdictOf(5126, 5369)]).toEqual([
      'inconsistent',
      'consistent',
      'consistent',
      'consistent',
    ]);
    expect(claims.find((claim) => claim.verdict === 'question')).toMatchObject({ parts: [5126, 64], total: 5190 });
  });
});
