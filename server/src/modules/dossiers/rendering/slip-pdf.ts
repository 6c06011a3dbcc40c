// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { nationalMotto, nationalTitle } from '#modules/documents';
import type { Slip } from '../domain/forms/slip.ts';
import { qrSideMm, qrSvg } from './qr.ts';

const assets = (name: string): string => fileURLToPath(new URL(`../../../../assets/${name}`, import.meta.url));

let shared: NodeCompiler | undefined;

/** One compiler per process, made at the first form that is printed. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({ workspace: assets('typst'), fontArgs: [{ fontPaths: [assets('fonts')] }] });
  return shared;
}

/** A form of the desk as a PDF with its fonts and the QR code of the dossier inside. Words go in as data, never as markup. */
export async function renderSlipPdf(slip: Slip): Promise<Uint8Array> {
  const typst = compiler();
  const qr = slip.code === null ? null : await qrSvg(slip.code);
  const sheet = {
    ...slip,
    qr,
    qrSideMm,
    nationalTitle,
    nationalMotto,
    agency: slip.agency.toLocaleUpperCase('vi'),
    heading: slip.title.toLocaleUpperCase('vi'),
  };
  const mainFilePath = `${assets('typst')}/dossier-slip.typ`;
  const compiled = typst.compile({ mainFilePath, inputs: { sheet: JSON.stringify(sheet) } });
  const { result } = compiled;
  if (result === null) throw new Error(`typst refused the form: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])}`);
  const bytes = new Uint8Array(typst.pdf(result, {}));
  typst.evictCache(10);
  return bytes;
}
