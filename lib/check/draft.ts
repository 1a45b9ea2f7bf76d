import { makeDocNumber, type Reference } from '@/lib/gazette';
import type { DocNumber } from '@/lib/gazette/ast';
import { findDraftReferences } from '@/lib/references/draft-references';
import { titleKey } from '@/lib/search/text/title-key';

/** A reference of a draft, with every place where it stands in the same words. */
export interface DraftReference {
  /** As the draft writes it, line ends as blanks. */
  words: string;
  /** Half open, in UTF-16 units of the draft. */
  places: { start: number; end: number }[];
  /**
   * The number as the draft writes it. Absent where a title or a short name stands for it, and
   * where a series leaves out its code (6、7号).
   */
  written?: string;
  docNumber?: DocNumber;
  /** The further numbers of a range, canonical. */
  range: string[];
  title?: string;
  /**
   * Key of the title for comparing (lib/search/text/title-key.ts); empty where there is no title.
   */
  titleKey: string;
  /** Other numbers behind the same title, canonical. */
  companions: string[];
  locator?: string;
}

/**
 * Lists the references of a draft in the order of its text.
 *
 * References in the same words are one.
 * @param limit different references at most
 * @returns the references, and how many mentions were left out
 */
export function readDraft(draft: string, limit: number): { references: DraftReference[]; left: number } {
  const mentions = findDraftReferences(draft);
  const references = new Map<string, DraftReference>();
  let left = 0;
  let group: DraftReference[] = [];
  mentions.forEach((reference, at) => {
    const before = mentions[at - 1];
    const between = before ? draft.slice(before.end, reference.start) : '';
    const key = identityOf(draft, reference);
    let known = references.get(key);
    if (known) known.places.push({ start: reference.start, end: reference.end });
    else if (references.size < limit) references.set(key, (known = asDraftReference(draft, reference)));
    else left++;
    // 《甲》（示政发〔2018〕5号、示政办发〔2019〕6号）
    const continues = group.length > 0 && reference.title === undefined && listed.test(between);
    group = [...(continues ? group : []), ...(known ? [known] : [])];
    if (continues) shareTitle(group);
  });
  return { references: [...references.values()], left };
}

/** Between two numbers of a list. */
const listed = /^\s*(?:[、,，;；和及与]|以及)\s*$/;

function shareTitle(group: readonly DraftReference[]): void {
  if (group[0]?.title === undefined) return;
  const numbers = group.flatMap(({ docNumber }) => docNumber?.canonical ?? []);
  for (const each of group) each.companions = numbers.filter((number) => number !== each.docNumber?.canonical);
}

const identityOf = (draft: string, { start, end, docNumber, title, locator }: Reference): string =>
  [draft.slice(start, end), docNumber?.canonical, title, locator].join('\n');

/** A number that is written with its code: 示政发〔2019〕6, and not the 7号 that follows it. */
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
