// SPDX-License-Identifier: Apache-2.0
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { LegalDocument } from '../domain/legal-form/model.ts';
import * as pageForm from '../domain/legal-form/page-form.ts';
import { addresseeLines, composeSheet, documentTitle, type Sheet } from '../domain/legal-form/sheet.ts';
import { recipientsShare } from './docx-closing.ts';
import { fontDirectory, shippedFamily, typstDirectory } from './font-files.ts';

let shared: NodeCompiler | undefined;

/** One compiler per process; typst prefers fonts given by path to those of the system, also under the same family name. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: typstDirectory, fontArgs: [{ fontPaths: [fontDirectory] }] });
  return shared;
}

/** Rounds of use after which typst forgets what it has laid out, as its authors advise for one-off compilations. */
const cacheRounds = 10;

/**
 * The document as a PDF in the form of Decree 30/2020/NĐ-CP, with its fonts inside. Words go in as data,
 * so `#`, `$` or `@` in them are letters like others. Equal documents give equal bytes.
 */
export async function renderPdf(doc: LegalDocument): Promise<Uint8Array> {
  const sheet = composeSheet(doc);
  const typst = compiler();
  const inputs = { sheet: JSON.stringify(sheet, (_key, value: unknown) => breakLongWords(value)), form: JSON.stringify(formOf(sheet)) };
  const compiled = typst.compile({ mainFilePath: `${typstDirectory}/legal-form.typ`, inputs });
  const { result } = compiled;
  if (result === null) {
    const failure = compiled.takeError();
    throw new Error(`typst refused the sheet: ${JSON.stringify(failure?.shortDiagnostics ?? [])}`);
  }
  const bytes = new Uint8Array(typst.pdf(result, {}));
  typst.evictCache(cacheRounds);
  return bytes;
}

// Word breaks a word that is wider than its cell anywhere; typst would let it run over the margin.
// Vietnamese words have 7 letters at most, so only codes and addresses get a place to break.
const longWord = /[^\s/-]{15,}/gu;

function breakLongWords(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(longWord, (word) => (word.match(/.{1,7}/gsu) ?? []).join('\u200b'));
}

function formOf(sheet: Sheet) {
  const { lineSpacing, paragraphGapPt, firstLineIndentMm, agencyColumnShare, shortStrokeShare, addresseeIndentShare } = pageForm;
  return {
    paperMm: sheet.paperMm,
    lineSpacing,
    paragraphGapPt,
    firstLineIndentMm,
    agencyColumnShare,
    shortStrokeShare,
    addresseeIndentShare,
    recipientsShare,
    family: shippedFamily,
    addressees: addresseeLines(sheet),
    documentTitle: documentTitle(sheet),
  };
}
