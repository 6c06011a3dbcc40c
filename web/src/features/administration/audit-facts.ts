// SPDX-License-Identifier: Apache-2.0

/** One thing that a line of the log tells; what has parts of its own is opened on demand. */
export type Fact = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly parts: readonly Fact[];
  /** Where the thing stands that is meant by an id. */
  readonly to: string | null;
};

/** How keys and values are said in the language of the screen. */
export type Wording = {
  readonly label: (key: string) => string;
  readonly value: (key: string, value: string | number | boolean) => string;
  readonly none: string;
  readonly some: (count: number) => string;
  readonly ids: (count: number) => string;
  readonly open: string;
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const titles = ['label', 'text', 'title', 'name', 'position', 'what', 'code', 'number'];
const places: Readonly<Record<string, string>> = {
  accountId: '/administration/accounts',
  basedOnId: '/documents',
  checklistVersionId: '/administration/checklists',
  conclusionDocumentId: '/documents',
  decisionDocumentId: '/documents',
  documentId: '/documents',
  issuerUnitId: '/units',
  organisingUnitId: '/units',
  parentId: '/units',
  planDocumentId: '/documents',
  previousRoundId: '/inspections',
  roundId: '/inspections',
  unitId: '/units',
};

type Group = { readonly [key: string]: Json };

function isGroup(value: Json | undefined): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isEmpty(value: Json | undefined): boolean {
  return value === null || value === undefined || value === '' || (isList(value) && value.length === 0);
}

function isId(value: Json | undefined): value is string {
  return typeof value === 'string' && id.test(value);
}

/** The name of a key that nobody gave a word: `statedText` becomes `stated text`. */
export function plainKey(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** What a line of the log recorded, in words; never its raw text unless it is no record at all. */
export function factsOf(data: string, words: Wording): readonly Fact[] {
  let value: Json;
  try {
    value = JSON.parse(data) as Json;
  } catch {
    return data.trim() ? [{ key: '', label: '', value: data, parts: [], to: null }] : [];
  }
  return isGroup(value) ? groupFacts(value, words) : isEmpty(value) ? [] : [factOf('value', value, words)];
}

function groupFacts(group: Group, words: Wording): readonly Fact[] {
  const { from, to, ...rest } = group;
  const changed = 'from' in group && 'to' in group ? changes(from, to, words) : [...one('from', from, words), ...one('to', to, words)];
  return [...changed, ...Object.entries(rest).flatMap(([key, value]) => one(key, value, words))];
}

function one(key: string, value: Json | undefined, words: Wording): readonly Fact[] {
  return isEmpty(value) || value === undefined ? [] : [factOf(key, value, words)];
}

/** A change tells what differs, old and new; what stayed is left out. */
function changes(from: Json | undefined, to: Json | undefined, words: Wording): readonly Fact[] {
  if (!isGroup(from) || !isGroup(to)) {
    if (isList(from) || isList(to) || isGroup(from) || isGroup(to)) return [...one('from', from, words), ...one('to', to, words)];
    return [{ key: 'change', label: words.label('change'), value: arrow('to', from, to, words), parts: [], to: null }];
  }
  return Object.keys(to)
    .filter((key) => JSON.stringify(from[key] ?? null) !== JSON.stringify(to[key] ?? null))
    .map((key) => {
      const isLong = [from[key], to[key]].some((side) => isGroup(side) || isList(side));
      const parts = isLong ? [...one('from', from[key], words), ...one('to', to[key], words)] : [];
      return { key, label: words.label(key), value: isLong ? '' : arrow(key, from[key], to[key], words), parts, to: null };
    });
}

function arrow(key: string, from: Json | undefined, to: Json | undefined, words: Wording): string {
  const say = (value: Json | undefined): string => (isEmpty(value) || value === undefined ? words.none : factOf(key, value, words).value);
  return `${say(from)} → ${say(to)}`;
}

function factOf(key: string, value: Json, words: Wording): Fact {
  const fact = { key, label: words.label(key), parts: [], to: null };
  if (value === null) return { ...fact, value: words.none };
  if (isId(value)) {
    const place = places[key];
    return { ...fact, value: place ? words.open : `…${value.slice(-6)}`, to: place ? `${place}/${value}` : null };
  }
  if (isList(value)) return listFact(key, value, words);
  if (!isGroup(value)) return { ...fact, value: words.value(key, value) };
  if (Object.keys(value).every((side) => side === 'from' || side === 'to') && !isGroup(value['from']) && !isGroup(value['to']))
    return { ...fact, value: arrow(key, value['from'], value['to'], words) };
  return { ...fact, value: '', parts: groupFacts(value, words) };
}

function listFact(key: string, list: readonly Json[], words: Wording): Fact {
  const fact = { key, label: words.label(key), to: null };
  if (list.every(isId)) return { ...fact, value: words.ids(list.length), parts: [] };
  if (!list.some((entry) => isGroup(entry) || isList(entry)))
    return { ...fact, value: list.map((entry) => factOf(key, entry, words).value).join('; '), parts: [] };
  return { ...fact, value: words.some(list.length), parts: list.map((entry, at) => entryFact(entry, at + 1, words)) };
}

/** An entry of a list, headed by what names it. */
function entryFact(entry: Json, number: number, words: Wording): Fact {
  if (!isGroup(entry)) return { ...factOf('value', entry, words), label: `${number}` };
  const title = titles.find((key) => !isEmpty(entry[key]) && !isGroup(entry[key]) && !isList(entry[key]));
  const { [title ?? '']: named, ...rest } = entry;
  const value = title && named !== undefined ? factOf(title, named, words).value : '';
  return { key: String(number), label: `${number}`, value, parts: groupFacts(rest, words), to: null };
}

/** Facts in one line, for the list; parts, links and ids stay for those who open it. */
export function factLine(facts: readonly Fact[]): string {
  return facts
    .filter(({ to, value }) => to === null && !value.startsWith('…'))
    .map(({ label, value, parts }) => {
      const said = value || factLine(parts);
      return label && said ? `${label}: ${said}` : said || label;
    })
    .filter(Boolean)
    .join('; ');
}
