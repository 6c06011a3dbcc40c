// SPDX-License-Identifier: Apache-2.0
import type { Block } from '#modules/documents';
import { samplingRule } from '../sampling.ts';
import type { SampleFact } from './facts.ts';
import { column, line, ordinal, paragraph, word } from './legal-parts.ts';
import { countRun, type FigureBook, proseRuns } from './prose.ts';

/** The samples in a table, how to draw them again, and which dossiers were faulty. */
export function sampleBlocks(drawn: readonly SampleFact[], figures: FigureBook): readonly Block[] {
  if (drawn.length === 0) return [paragraph('Đoàn không chọn mẫu hồ sơ tại buổi làm việc.')];
  const table: Block = {
    kind: 'table',
    columns: [column(10, 'center'), column(44), ...Array.from({ length: 5 }, () => column(17, 'center'))],
    header: ['STT', 'Mẫu hồ sơ', 'Trong danh sách', 'Được chọn', 'Đã xem', 'Chưa đạt', 'Số gốc'].map((text) => line(text)),
    rows: drawn.map((one, at) => [
      ordinal(at),
      [word('name', one.title)],
      ...[one.population, one.drawn, one.examined, one.faulty].map((count) => [countRun(count)]),
      [word('formality', String(one.seed))],
    ]),
  };
  const faults = drawn.flatMap((one) => one.faults);
  return [
    table,
    { kind: 'paragraph', runs: [word('citation', samplingRule)] },
    ...(faults.length === 0
      ? []
      : [
          paragraph('Hồ sơ chưa đạt:'),
          {
            kind: 'list',
            items: faults.map(({ code, note }) => line(word('citation', code), note === '' ? '' : ': ', ...proseRuns(note, figures), '.')),
          } as const,
        ]),
  ];
}
