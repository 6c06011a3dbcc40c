// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { inThread } from '#platform/threads/thread-answer';
import type { Claim } from '../domain/claim.ts';
import { checkReport } from '../usecases/check-report.ts';
import { checkText } from '../usecases/check-text.ts';
import { exportFindingsDocx } from '../usecases/export-findings-docx.ts';
import { exportFindingsXlsx } from '../usecases/export-findings-xlsx.ts';
import { readReportText } from '../usecases/read-report-text.ts';
import { CheckedText } from './claims.schema.ts';

type Source = { readonly text: string } | { readonly bytes: Uint8Array };

/** What the checker is asked: a text or a file, and the form of the answer. */
export type CheckTask = { readonly name: string | undefined; readonly as: 'json' | 'docx' | 'xlsx' } & Source;

/** A report whose text and claims another module goes on with. */
export type ReadTask = { readonly name: string; readonly as: 'claims' } & Source;

export type ReadReport = { readonly text: string; readonly claims: readonly Claim[] };

/** Some hundred thousand claims; no browser shows more, and passing it on would hold up everybody. */
const answerMaxBytes = 40 * 1_048_576;

/** One whole check, down to the bytes of the answer, so that nothing of its size is left to the thread that serves everybody. */
export async function answerCheck(task: CheckTask): Promise<Uint8Array> {
  const report = checkReport(await textOf(task, task.name), task.name);
  if (task.as === 'json') {
    const json = new TextEncoder().encode(JSON.stringify(CheckedText.parse(report)));
    if (json.byteLength > answerMaxBytes) throw new AppError('invalid', 'platform.too_much_work');
    return json;
  }
  if (report.claims.length === 0) throw new AppError('invalid', 'claims.nothing_found');
  return task.as === 'docx' ? exportFindingsDocx(report) : exportFindingsXlsx(report);
}

export async function readReport(task: ReadTask): Promise<ReadReport> {
  const text = await textOf(task, task.name);
  return { text, claims: checkText(text).claims };
}

async function textOf(source: Source, name: string | undefined): Promise<string> {
  return 'text' in source ? source.text : readReportText(source.bytes, name ?? '');
}

export const run = inThread<CheckTask | ReadTask, Uint8Array | ReadReport>((task) =>
  task.as === 'claims' ? readReport(task) : answerCheck(task),
);
