// SPDX-License-Identifier: Apache-2.0

export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'txt' | 'html' | 'jpg' | 'png';

type FileType = { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] };

/** The types of files that the product keeps, with the extensions that a name of this type may have. */
export const fileTypes: Readonly<Record<FileKind, FileType>> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  txt: { mediaType: 'text/plain', extensions: ['txt'] },
  html: { mediaType: 'text/html', extensions: ['html', 'htm'] },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
};
