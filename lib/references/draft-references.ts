import { findReferences, fold, straightenWithOffsets, type Reference } from '@/lib/gazette';
import { simplify } from '@/lib/search/text/traditional';
import { isSureNumber, readReferences } from './read-references';

type Span = Pick<Reference, 'start' | 'end'>;

/** A numeral, and the end of a code; all else costs no reading. */
const mayBeNumber = /^(?=.*[\d０-９〇零一二三四五六七八九十]).*[发發函办辦规規字通任秘电電令告]/u;

/** Longest line that may be a number alone, in a dress that no sentence has. */
const NUMBER_LINE = 60;

/**
 * Finds what a draft mentions, in the dresses of typed text too.
 *
 * A number in a dress that no print has counts where its code is sure, or where it stands alone on
 * its line.
 * @returns in the order of the draft, without overlaps; every span is that of the draft
 */
export function findDraftReferences(draft: string): Reference[] {
  const simplified = fold(simplifyInPlace(draft));
  const printed = findPlaced({ text: simplified }, draft);
  const straight = straightenWithOffsets(simplified);
  const dressed = (straight.text === simplified ? [] : findPlaced(straight, draft).filter(hasSureNumber)).filter(
    (each) => !printed.some((other) => other.docNumber && overlap(each, other)),
  );
  const found = [...printed.filter((each) => !dressed.some((other) => overlap(each, other))), ...dressed];
  const lines = findNumberLines(draft).filter((each) => !found.some((other) => overlap(each, other)));
  return [...found, ...lines].sort((one, other) => one.start - other.start);
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
const hasSureNumber = ({ number, docNumber }: Reference): boolean =>
  number !== undefined && docNumber !== undefined && isSureNumber(docNumber);

/** Simplifies character by character; no position moves. */
const simplifyInPlace = (text: string): string =>
  Array.from(text, (character) => {
    const simple = simplify(character);
    return simple.length === character.length ? simple : character;
  }).join('');

/**
 * Finds the mentions of a text that was made from a draft, each where the draft has it.
 *
 * A title is the draft's own: 著作权, which is 着作权 only for comparing.
 */
function findPlaced({ text, offsets }: { text: string; offsets?: readonly number[] }, draft: string): Reference[] {
  const toDraft = ({ start, end }: Span): Span =>
    offsets ? { start: offsets[start]!, end: offsets[end]! } : { start, end };
  return findReferences(text).map((each) => {
    const { number, title } = each;
    const at = title === undefined ? -1 : text.indexOf(title, each.start);
    const own = at < 0 ? null : toDraft({ start: at, end: at + title!.length });
    return {
      ...each,
      ...toDraft(each),
      ...(number ? { number: toDraft(number) } : {}),
      ...(own ? { title: fold(draft.slice(own.start, own.end)) } : {}),
    };
  });
}

/** 国办发2017 47: a number alone on its line. */
function findNumberLines(draft: string): Reference[] {
  const found: Reference[] = [];
  for (const { 0: line, index } of draft.matchAll(/[^\n\r]+/g)) {
    const words = line.trim();
    if (words.length > NUMBER_LINE || !mayBeNumber.test(words)) continue;
    const [only, ...others] = readReferences(words);
    const { form, agencyCode, year, serial, canonical } = only?.number ?? {};
    if (others.length > 0 || only?.claim !== 'shape' || only.locator !== undefined) continue;
    if (form === undefined || agencyCode === undefined || serial === undefined || canonical === undefined) continue;
    const start = index + line.indexOf(words);
    const span = { start, end: start + words.length };
    const docNumber = { form, agencyCode, serial, canonical, ...(year === undefined ? {} : { year }) };
    found.push({ ...span, number: span, docNumber });
  }
  return found;
}
