// SPDX-License-Identifier: Apache-2.0
import iconv from 'iconv-lite';

const SAMPLE_BYTES = 4096;
/** A copy cut in the middle of a letter still reads as UTF-8. */
const BROKEN_SHARE = 0.001;

/**
 * Bytes to text: a byte order mark decides, else UTF-8 if it holds, else UTF-16 by its zero bytes,
 * else Windows-1258, the code page of older Vietnamese files. `undefined` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const wide = findWideEncoding(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes);
    return hasControls(text.slice(0, SAMPLE_BYTES)) ? undefined : text;
  }
  if (isBinary(bytes)) return undefined;
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared))
    return iconv.decode(Buffer.from(bytes), declared);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const broken = utf8.split('\ufffd').length - 1;
  const isUtf8 = broken === 0 || (broken <= 1 + utf8.length * BROKEN_SHARE && /[\u00c0-\u1eff]/.test(utf8));
  return isUtf8 ? utf8 : iconv.decode(Buffer.from(bytes), 'windows-1258');
}

export const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

function findWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (size < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < size; i += 1) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = size / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const controls = sample.filter(
    (byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27),
  );
  return sample.includes(0) || controls.length > sample.length / 50;
};

/** Control characters other than tabs, line ends and page breaks. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 27) return true;
  }
  return false;
}
