// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { vietnameseDay } from '#kernel/dates';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { readDemoRound } from './demo-file.ts';

const article = fileURLToPath(new URL('../../../../../../shared/seed/article.vi.txt', import.meta.url));
const facts = fileURLToPath(new URL('../../../../../../shared/domain/processes.md', import.meta.url));
const demo = await readDemoRound('demo-dien-bien-2022.json');
const muongCha = await readDemoRound('demo-muong-cha-2022.json');

/** Paragraphs of the article's body, numbered from 1: lines that end a sentence; titles and captions do not. */
function paragraphs(): string[] {
  const lines = readFileSync(article, 'utf8')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim());
  const body = lines.slice(
    lines.findIndex((line) => line.startsWith('Dienbien.gov.vn')),
    lines.indexOf('Trần Ngọc'),
  );
  return body.filter((line) => line.endsWith('.'));
}

const padded = (value: string): string => (value.length === 1 ? `0${value}` : vietnameseNumber(value));

describe.skipIf(!existsSync(article))('the demonstration beside its source (skipped where the source text is not at hand)', () => {
  const text = (number: number | null): string => paragraphs()[(number ?? 0) - 1] ?? '';

  test('the article has the eight paragraphs that the demonstration counts', () => {
    expect(paragraphs()).toHaveLength(8);
  });

  test('every figure stands in the paragraph that it names', () => {
    for (const figure of demo.visits.flatMap((visit) => visit.figures)) {
      const { numerator, denominator, statedPercent, paragraph } = figure;
      const wanted =
        numerator !== null && denominator !== null && figure.code !== 'dossiers_early'
          ? [`${padded(numerator)}/${padded(denominator)}`]
          : [numerator, denominator].flatMap((value) => (value === null ? [] : [value]));
      for (const value of wanted)
        expect([figure.code, [value, padded(value), vietnameseNumber(value)].some((one) => text(paragraph).includes(one))]).toEqual([
          figure.code,
          true,
        ]);
      if (statedPercent !== null)
        expect([figure.code, [vietnameseNumber(statedPercent), statedPercent].some((one) => text(paragraph).includes(`${one}%`))]).toEqual([
          figure.code,
          true,
        ]);
    }
  });

  test('every document stands there with its number and its day', () => {
    for (const { code, issuedOn, paragraph } of demo.documents) {
      expect([code, text(paragraph).includes(code), text(paragraph).includes(vietnameseDay(issuedOn))]).toEqual([code, true, true]);
    }
  });

  test('no sentence of the article is copied', () => {
    const sentences = paragraphs()
      .flatMap((paragraph) => paragraph.split(/[.;]\s/))
      .filter((sentence) => sentence.length > 60);
    const own = JSON.stringify(demo);

    expect(sentences.filter((sentence) => own.includes(sentence))).toEqual([]);
  });
});

test.skipIf(!existsSync(facts))('every number of huyện Mường Chà stands in the facts about it (skipped where they are not at hand)', () => {
  const told = readFileSync(facts, 'utf8').normalize('NFC');
  const about = told.slice(told.indexOf('### 1.1'), told.indexOf('### 1.2'));
  const figures = muongCha.visits.flatMap((visit) => visit.figures);
  const numbers = figures.flatMap(({ numerator, parts }) => [
    ...(numerator === null ? [] : [numerator]),
    ...parts.map((part) => part.value),
  ]);

  expect(numbers.filter((number) => !about.includes(vietnameseNumber(number)))).toEqual([]);
  expect(
    figures.flatMap(({ statedPercent }) => statedPercent ?? []).filter((percent) => !about.includes(`${vietnameseNumber(percent)} %`)),
  ).toEqual([]);
  expect(figures.every(({ denominator }) => denominator === null)).toBe(true);
  expect(muongCha.documents.filter(({ key, code }) => key === 'plan' && !about.includes(code))).toEqual([]);
});

test('nothing is concluded about huyện Mường Chà, because nothing is known', () => {
  expect(muongCha.conclusions).toEqual([]);
});

test('every figure of both demonstrations has a unit of measure', () => {
  const figures = [demo, muongCha].flatMap((one) => one.visits).flatMap((visit) => visit.figures);

  expect(figures.filter((figure) => figure.unitOfMeasure === '')).toEqual([]);
});
