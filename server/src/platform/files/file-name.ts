// SPDX-License-Identifier: Apache-2.0

const longest = 180;
// Control characters, marks that turn the direction of writing (a name could show `exe.pdf` and end in `.exe`), and invisible ones.
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
// What Windows or Unix refuse in a file name.
const forbidden = /["*/:<>?\\|]/g;
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A file name that is safe on every system and keeps its Vietnamese letters: NFC, no folders, no invisible or
 * forbidden characters, at most 180 characters with the extension kept.
 *
 * @example
 * safeFileName('C:\\Tài liệu\\Báo cáo số 15.docx') // 'Báo cáo số 15.docx'
 */
export function safeFileName(given: string): string {
  const bare = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const clean = bare
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const name = reservedOnWindows.test(clean) ? `_${clean}` : clean || 'tep';
  const letters = [...name];
  if (letters.length <= longest) return name;
  const extension = extensionOf(name);
  const tail = extension && extension.length < 10 ? `.${extension}` : '';
  return `${letters
    .slice(0, longest - tail.length)
    .join('')
    .trimEnd()}${tail}`;
}

/** The letters after the last dot, small; empty where there are none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** `Content-Disposition` of a download (RFC 6266): the full name in UTF-8, and a plain one for old programs. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["%\\]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
