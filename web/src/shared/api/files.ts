// SPDX-License-Identifier: Apache-2.0
import { upload } from './transfer.ts';

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly unitId: string;
  readonly createdAt: string;
};

/** Largest file that the server takes. */
export const fileMaxBytes = 50 * 1_048_576;

/** Sends a file that will belong to a unit; the unit goes first, so that rights are checked before the file travels. */
export function sendFile(unitId: string, file: File, onProgress: (part: number) => void): Promise<StoredFile> {
  const form = new FormData();
  form.append('unitId', unitId);
  form.append('file', file);
  return upload<StoredFile>('/files', form, onProgress);
}

/** Address at which a stored file is downloaded. */
export function fileAddress(id: string): string {
  return `/api/files/${id}`;
}
