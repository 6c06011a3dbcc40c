// SPDX-License-Identifier: Apache-2.0
import { newId } from '#kernel/ids';
import type { InspectionsDb } from './tables.ts';

export type OutputKind = 'minutes' | 'conclusion';
export type OutputFormat = 'docx' | 'pdf';
export type OutputFile = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly sizeBytes: number };

/** The final bytes of an issued paper, or undefined where it was not issued here. */
export async function findOutput(db: InspectionsDb, documentId: string | null, format: OutputFormat): Promise<OutputFile | undefined> {
  if (documentId === null) return undefined;
  return db
    .selectFrom('inspections.output_file as o')
    .innerJoin('platform.file as f', 'f.id', 'o.file_id')
    .select(['f.name', 'f.media_type as mediaType', 'f.sha256', 'f.size_bytes as sizeBytes'])
    .where('o.document_id', '=', documentId)
    .where('o.format', '=', format)
    .executeTakeFirst();
}

export async function insertOutput(
  db: InspectionsDb,
  output: {
    roundId: string;
    visitId: string | null;
    kind: OutputKind;
    format: OutputFormat;
    documentId: string;
    fileId: string;
    sha256: string;
  },
): Promise<void> {
  await db
    .insertInto('inspections.output_file')
    .values({
      id: newId(),
      round_id: output.roundId,
      visit_id: output.visitId,
      kind: output.kind,
      format: output.format,
      document_id: output.documentId,
      file_id: output.fileId,
      sha256: output.sha256,
    })
    .execute();
}

/** Name of the province that a unit belongs to, without its level: "Điện Biên". */
export async function findProvinceName(db: InspectionsDb, unitId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('units.lineage as l')
    .innerJoin('units.unit as u', 'u.id', 'l.ancestor_id')
    .select('u.name')
    .where('l.descendant_id', '=', unitId)
    .where('u.level', '=', 'province')
    .executeTakeFirst();
  return row?.name.replace(/^(tỉnh|thành phố)\s+/i, '');
}
