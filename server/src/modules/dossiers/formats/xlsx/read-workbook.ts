// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { OnCells } from '../csv.ts';
import { readMerges } from './merges.ts';
import { damaged, openPackage, type WorkbookPackage } from './package.ts';
import { readSharedStrings, scanAll } from './shared-strings.ts';
import { createSheetScanner } from './sheet.ts';
import { readDateStyles } from './styles.ts';
import { attribute, createXmlScanner } from './xml.ts';

export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean };

export type WorkbookParts = {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly styles: string | undefined;
  readonly strings: string | undefined;
};

/**
 * Reads the first visible sheet of a workbook row by row, never whole. `between` is asked after each piece whether to go on.
 *
 * @throws AppError `dossiers.import_damaged`, `dossiers.import_protected`, `dossiers.import_unpacks_too_large`
 */
export async function readWorkbook(path: string, onCells: OnCells, between?: () => Promise<boolean>): Promise<Sheet> {
  const zip = await openPackage(path);
  try {
    const parts = await readParts(zip);
    const sheet = parts.sheets.find((one) => !one.isHidden) ?? parts.sheets[0];
    if (!sheet) throw damaged();
    // The sheet is unpacked for its merged ranges by another thread while the shared texts are read.
    const [strings, merges] = await Promise.all([
      parts.strings ? zip.open(parts.strings).then(readSharedStrings) : [],
      zip.open(sheet.part).then(readMerges),
    ]);
    const dateStyles = parts.styles ? readDateStyles(await zip.text(parts.styles)) : [];
    const context = { strings, dateStyles, is1904: parts.is1904, merges };
    await scanAll(await zip.open(sheet.part), createSheetScanner(context, onCells), between);
    return sheet;
  } catch (error) {
    throw error instanceof AppError ? error : isOurs(error) ? error : damaged();
  } finally {
    zip.close();
  }
}

/** A broken archive or broken XML; a defect of the program itself is not renamed. */
function isOurs(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError;
}

/** Where the sheets, styles and shared texts of a workbook lie. */
export async function readParts(zip: WorkbookPackage): Promise<WorkbookParts> {
  const workbook = await workbookPart(zip);
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const relations = readRelations(await zip.text(`${folder}_rels/${workbook.slice(folder.length)}.rels`), folder);
  const sheets: Sheet[] = [];
  let is1904 = false;
  readAll(await zip.text(workbook), (name, tag) => {
    if (name === 'workbookPr') is1904 = /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const part = relations.find(({ id }) => id === attribute(tag, 'id'))?.target;
    if (part !== undefined && zip.has(part))
      sheets.push({ name: attribute(tag, 'name') ?? '', part, isHidden: (attribute(tag, 'state') ?? 'visible') !== 'visible' });
  });
  const of = (kind: string): string | undefined => relations.find(({ type, target }) => type.endsWith(kind) && zip.has(target))?.target;
  return { sheets, is1904, styles: of('/styles'), strings: of('/sharedStrings') };
}

async function workbookPart(zip: WorkbookPackage): Promise<string> {
  if (zip.has('_rels/.rels')) {
    const main = readRelations(await zip.text('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'));
    if (main && zip.has(main.target)) return main.target;
  }
  if (zip.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw damaged();
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

export function readRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  readAll(xml, (name, tag) => {
    if (name !== 'Relationship') return;
    const target = attribute(tag, 'Target') ?? '';
    relations.push({ id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: resolvePart(folder, target) });
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readAll(xml: string, open: (name: string, tag: string) => void): void {
  const scanner = createXmlScanner({ open, close: () => undefined });
  scanner.push(xml);
  scanner.end();
}
