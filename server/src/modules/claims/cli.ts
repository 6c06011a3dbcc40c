// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../kernel/app-error.ts';
import type { Claim, Verdict } from './domain/claim.ts';
import { claimsErrors } from './domain/errors.ts';
import { checkText, claimsInTurn } from './usecases/check-text.ts';
import { readReportText } from './usecases/read-report-text.ts';

type Output = { out(text: string): void; err(text: string): void };

/** Few enough for their text to be given up at once. */
const CLAIMS_AT_ONCE = 64;
const EXIT_RIGHT = 0;
const EXIT_WRONG = 1;
const EXIT_UNREADABLE = 2;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  inconsistent: 'SAI',
  question: 'CẦN LÀM RÕ',
  consistent: 'KHỚP',
  undecidable: 'CHƯA ĐỦ SỐ',
};

/** `tuongminh check FILE [--json]`: 0 when every figure agrees, 1 when one cannot be right, 2 when the file cannot be read. */
export async function runCheckCommand(args: string[], io: Output): Promise<number> {
  const isJson = args.includes('--json');
  const [file] = args.filter((arg) => arg !== '--json');
  if (file === undefined) {
    io.err('Cách dùng: tuongminh check TỆP [--json]\n');
    return EXIT_UNREADABLE;
  }
  const read = await readNamed(file);
  if ('reason' in read) {
    io.err(`${read.reason}\n`);
    return EXIT_UNREADABLE;
  }
  return isJson ? writeJson(read.text, io) : writeTable(basename(file), read.text, io);
}

/** One JSON object, written stretch by stretch: the claims of a long text are more than the text. */
function writeJson(text: string, io: Output): number {
  let exit = EXIT_RIGHT;
  let separator = '';
  io.out('{"claims":[');
  for (const claims of claimsInTurn(text)) {
    for (let from = 0; from < claims.length; from += CLAIMS_AT_ONCE) {
      const some = claims.slice(from, from + CLAIMS_AT_ONCE).map((claim) => JSON.stringify(claim));
      io.out(`${separator}${some.join(',')}`);
      separator = ',';
    }
    if (claims.some((claim) => claim.verdict === 'inconsistent')) exit = EXIT_WRONG;
  }
  io.out(']}\n');
  return exit;
}

function writeTable(name: string, text: string, io: Output): number {
  const { claims } = checkText(text);
  io.out(asTable(name, claims));
  return claims.some((claim) => claim.verdict === 'inconsistent') ? EXIT_WRONG : EXIT_RIGHT;
}

async function readNamed(file: string): Promise<{ readonly text: string } | { readonly reason: string }> {
  try {
    return { text: await readReportText(await readFile(file), basename(file)) };
  } catch (error) {
    if (error instanceof AppError) return { reason: `${file}: ${sentenceOf(error)}` };
    if (isSystemError(error))
      return {
        reason: `${file}: ${error.code === 'ENOENT' ? 'Không tìm thấy tệp. Hãy kiểm tra đường dẫn.' : `Không mở được tệp (${error.code}).`}`,
      };
    throw error;
  }
}

const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;

function sentenceOf(error: AppError): string {
  const sentence = Object.entries(claimsErrors).find(([code]) => code === error.code)?.[1].vi ?? error.code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name] ?? ''));
}

function asTable(name: string, claims: readonly Claim[]): string {
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  const order: readonly Verdict[] = ['inconsistent', 'question', 'consistent'];
  const lines = order.flatMap((verdict) =>
    claims
      .filter((claim) => claim.verdict === verdict)
      .map((claim) => `${VERDICTS[verdict].padEnd(11)} ${claim.message}\n            «${shorten(claim.quote)}»`),
  );
  const summary = `${name}: ${count('inconsistent')} số liệu sai, ${count('question')} cần làm rõ, ${count('consistent')} khớp, ${count('undecidable')} chưa đủ số để tính lại.`;
  return `${[...lines, summary].join('\n')}\n`;
}

function shorten(quote: string): string {
  const oneLine = quote.replace(/\s+/g, ' ');
  return oneLine.length > 100 ? `${oneLine.slice(0, 99)}…` : oneLine;
}
