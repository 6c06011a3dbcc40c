// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { canonicalJson } from '../../domain/criteria/canonical-json.ts';
import { descriptorName, packageDescriptor, packageFiles, publicationName } from './compose-package.ts';
import type { PackageReader } from './read-package.ts';

/** Whether a package belongs to the publication of a hash that was learnt elsewhere. */
export type Belonging = {
  readonly expected: string;
  /** The hash of the published content that the package carries; null where it carries none. */
  readonly carried: string | null;
  /** Files that do not say what the published content says. */
  readonly foreignFiles: readonly string[];
};

/**
 * A SHA-256 as people write it, in lower case without its prefix.
 *
 * @throws AppError `scoring.hash_unreadable`
 */
export function readHash(text: string): string {
  const [, hash] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (!hash) throw new AppError('invalid', 'scoring.hash_unreadable', { text });
  return hash;
}

/**
 * Compares a package with the publication of a hash. The content that it carries is trusted only where its bytes have that hash; every
 * other file must then be the one that follows from it, and none may be there besides, so that a package whose own hashes were made right
 * is still told.
 *
 * @throws AppError `scoring.package_unreadable` where what has that hash is no published result
 */
export async function comparePublication(
  read: PackageReader,
  head: Readonly<Record<string, unknown>>,
  expected: string,
): Promise<Belonging> {
  const bytes = await read(publicationName);
  const carried = bytes ? createHash('sha256').update(bytes).digest('hex') : null;
  if (!bytes || carried !== expected) return { expected, carried, foreignFiles: [] };
  const content = bytes.toString('utf8');
  if (!content.includes('"format":"tuongminh-scores"'))
    throw new AppError('invalid', 'scoring.package_unreadable', { place: publicationName });
  const files = packageFiles(content);
  // When it was published is not part of what is published.
  const isDescribed = canonicalJson(head) === canonicalJson(packageDescriptor(content, head['created'], files));
  const foreignFiles = isDescribed ? [] : [descriptorName];
  for (const file of files) if (!(await read(file.path))?.equals(Buffer.from(file.content))) foreignFiles.push(file.path);
  const own = new Set([descriptorName, ...files.map(({ path }) => path)]);
  foreignFiles.push(...(read.names ?? []).filter((name) => !own.has(name)));
  return { expected, carried, foreignFiles };
}
