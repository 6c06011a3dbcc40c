// SPDX-License-Identifier: Apache-2.0
import QRCode from 'qrcode';

/** Level M gives back a code of which 15 % is soiled; the quiet zone is the four modules of ISO/IEC 18004. */
const look = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** Side of the printed code. */
export const qrSideMm = 24;

/** The code of a dossier as a picture for the Word file, eight pixels a module. */
export async function qrPng(code: string): Promise<Buffer> {
  return QRCode.toBuffer(code, { ...look, type: 'png', scale: 8 });
}

/** The same for the PDF, in lines. */
export async function qrSvg(code: string): Promise<string> {
  return QRCode.toString(code, { ...look, type: 'svg' });
}
