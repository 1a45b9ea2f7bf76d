import { findReferences, makeDocNumber, type Reference } from '@/lib/gazette';
import type { DocNumber } from '@/lib/gazette/ast';
import { titleKey } from '@/lib/search/text/title-key';

/** A reference of a draft, with every place where it stands in the same words. */
export interface DraftReference {
  /** As it is written, line ends as blanks. */
  words: string;
  places: { start: number; end: number }[];
  /**
   * The number as it is written; absent where a title or a short name stands for it, and where a
   * series leaves its code out (6、7号).
   */
  written?: string;
  docNumber?: DocNumber;
  /** The further numbers of a range. */
  range: string[];
  title?: string;
  /** Key of the title, for comparing; see lib/search/title-key.ts. */
  titleKey: string;
  /** Numbers that stand behind the same title. */
  companions: string[];
  locator?: string;
}

/**
 * Takes a draft; gives its references, those in the same words as one, in the order of the text, at
 * most `limit`, and how many were left out.
 */
export function readDraft(draft: string, limit: number): { references: DraftReference[]; left: number } {
  const found = findReferences(draft);
  const same = new Map<string, DraftReference>();
  let left = 0;
  let group: DraftReference[] = [];
  found.forEach((reference, at) => {
    const before = found[at - 1];
    const between = before ? draft.slice(before.end, reference.start) : '';
    const key = identityOf(draft, reference);
    let known = same.get(key);
    if (known) known.places.push({ start: reference.start, end: reference.end });
    else if (same.size < limit) same.set(key, (known = asDraftReference(draft, reference)));
    else left++;
    // 《甲》（示政发〔2018〕5号、示政办发〔2019〕6号）
    const goesOn = group.length > 0 && reference.title === undefined && listed.test(between);
    group = [...(goesOn ? group : []), ...(known ? [known] : [])];
    if (goesOn) shareTitle(group);
  });
  return { references: [...same.values()], left };
}

const listed = /^\s*(?:[、,，;；和及与]|以及)\s*$/;

function shareTitle(group: readonly DraftReference[]): void {
  if (group[0]?.title === undefined) return;
  const numbers = group.flatMap(({ docNumber }) => docNumber?.canonical ?? []);
  for (const each of group) each.companions = numbers.filter((number) => number !== each.docNumber?.canonical);
}

const identityOf = (draft: string, { start, end, docNumber, title, locator }: Reference): string =>
  [draft.slice(start, end), docNumber?.canonical, title, locator].join('\n');

/** A number that has its code: 示政发〔2019〕6, and not the 7号 that follows it. */
const hasCode = /^[^\d〔[(（【]*[\u3400-\u9fffA-Za-z]/;

function asDraftReference(
  draft: string,
  { start, end, number, docNumber, through, title, locator }: Reference,
): DraftReference {
  const printed = number && draft.slice(number.start, number.end);
  // The first of a series has its 号 behind the last one.
  const inSeries = /^\s*[、,，和及与至到—–~～-]{1,2}\s*第?\d{1,5}/.test(
    draft.slice(number?.end ?? end, (number?.end ?? end) + 12),
  );
  return {
    words: draft.slice(start, end).replace(/\s*\n\s*/g, ''),
    places: [{ start, end }],
    ...(printed !== undefined && hasCode.test(printed) && !through
      ? { written: inSeries && !printed.endsWith('号') ? `${printed}号` : printed }
      : {}),
    ...(docNumber ? { docNumber } : {}),
    range: docNumber && through ? restOfRange(docNumber, through.serial) : [],
    ...(title === undefined ? {} : { title }),
    titleKey: title === undefined ? '' : titleKey(title),
    companions: [],
    ...(locator === undefined ? {} : { locator }),
  };
}

const restOfRange = (first: DocNumber, last: number): string[] =>
  Array.from(
    { length: last - first.serial },
    (_each, at) => makeDocNumber({ ...first, serial: first.serial + at + 1 }).canonical,
  );
