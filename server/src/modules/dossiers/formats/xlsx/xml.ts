// SPDX-License-Identifier: Apache-2.0

export type XmlHandler = {
  /** `name` is without prefix; `tag` is the text between `<` and `>`, for `attribute`. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text?(text: string): void;
};

export type XmlScanner = { push(text: string): void; end(): void };

const longestTag = 1_000_000;

/**
 * Reads XML piece by piece, no more of it than spreadsheets use: elements, attributes, text, CDATA. Document types are refused,
 * because they can define entities that grow without end.
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let rest = '';

  function tag(text: string, from: number, to: number): void {
    if (text.charCodeAt(from) === 47) {
      handler.close(localName(text, from + 1, to));
      return;
    }
    const alone = text.charCodeAt(to - 1) === 47;
    const name = localName(text, from, alone ? to - 1 : to);
    handler.open(name, text.slice(from, to));
    if (alone) handler.close(name);
  }

  /** A comment, CDATA, or instruction; gives the place after it, or -1 where it is not all here. */
  function special(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text.indexOf('-->', at + 4), 3);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end !== -1) handler.text?.(text.slice(at + 9, end));
      return after(end, 3);
    }
    if (text.charCodeAt(at + 1) === 63) return after(text.indexOf('?>', at), 2);
    if (text.length - at < 9) return -1;
    throw new RangeError('document type in a spreadsheet');
  }

  function scan(text: string): number {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) return at;
      if (open > at) handler.text?.(decodeEntities(text.slice(at, open)));
      const next = text.charCodeAt(open + 1);
      if (next === 33 || next === 63) {
        at = special(text, open);
        if (at === -1) return open;
        continue;
      }
      const close = endOfTag(text, open + 1);
      if (close === -1) return open;
      tag(text, open + 1, close);
      at = close + 1;
    }
  }

  return {
    push(text) {
      const whole = rest + text;
      rest = whole.slice(scan(whole));
      if (rest.length > longestTag) throw new RangeError('a tag or text without an end');
    },
    end() {
      if (rest.trim() !== '') throw new RangeError('XML ends in the middle');
    },
  };
}

function after(place: number, length: number): number {
  return place === -1 ? -1 : place + length;
}

/** The `>` of a tag, where attribute values may hold one too; -1 where it is not here yet. */
function endOfTag(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 62) return index;
    if (code !== 34 && code !== 39) continue;
    index = text.indexOf(code === 34 ? '"' : "'", index + 1);
    if (index === -1) return -1;
  }
  return -1;
}

/** Spreadsheets call what they have most of by one letter. */
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

function localName(text: string, from: number, to: number): string {
  const next = text.charCodeAt(from + 1);
  if (to === from + 1 || next === 32) {
    const letter = letters[text.charCodeAt(from)];
    if (letter !== undefined) return letter;
  }
  let start = from;
  let index = from;
  for (; index < to; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 58) start = index + 1;
    else if (code <= 32) break;
  }
  return text.slice(start, index);
}

/** Value of an attribute without regard to its prefix, or undefined. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at !== -1; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before !== 32 && before !== 58 && before !== 9 && before !== 10 && before !== 13) continue;
    let index = at + name.length;
    while (tag.charCodeAt(index) <= 32) index += 1;
    if (tag.charCodeAt(index) !== 61) continue;
    index += 1;
    while (tag.charCodeAt(index) <= 32) index += 1;
    const quote = tag[index];
    if (quote !== '"' && quote !== "'") continue;
    const end = tag.indexOf(quote, index + 1);
    return end === -1 ? undefined : decodeEntities(tag.slice(index + 1, end));
  }
  return undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name] ?? whole;
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** `_x000D_` in a cell's text is the character of that number (ECMA-376, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
