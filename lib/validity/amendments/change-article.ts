import { unitsOfLines } from './articles';
import type { ChangedArticle, DecidedOperation, OpenReason } from './changes';
import { findWords, ordinalOf, readPlace, replaceAt, unitsAt, type ClausePlace } from './places';

/** Changes an article; tells why where it cannot be done exactly. */
export function changeArticle(
  article: ChangedArticle,
  place: ClausePlace,
  operation: DecidedOperation,
): OpenReason | null {
  const { kind, lines = [] } = operation;
  if (kind === 'renumber') return null;
  if (kind === 'insert') return insertInside(article, place, operation);
  const units = unitsAt(article, place);
  if (!units || (kind === 'words' && !article.isPlain)) return 'placeUnclear';
  const isWhole = place.paragraph === undefined && place.item === undefined;
  if (kind === 'words') return replaceWords(article, units, operation);
  if (kind === 'delete') {
    if (isWhole) article.isDeleted = true;
    article.units.splice(units.start, units.count);
    return null;
  }
  const given = unitsOfLines(lines);
  if (given.length === 0) return 'noWords';
  if (isWhole) {
    article.units = given;
    article.isPlain = true;
    return null;
  }
  if (place.item !== undefined) {
    const [unit] = given;
    if (given.length > 1 || (unit!.kind === 'item' && ordinalOf(unit!) !== place.item)) return 'placeUnclear';
    article.units[units.start] = { ...article.units[units.start]!, text: unit!.text };
    return null;
  }
  // Whether the items of a paragraph go with its old words nobody can tell where no new ones come.
  if (given[0]!.kind !== 'paragraph' || given.slice(1).some(({ kind: each }) => each !== 'item')) return 'placeUnclear';
  if (units.count > 1 && given.length === 1) return 'placeUnclear';
  article.units.splice(units.start, units.count, ...given);
  return null;
}

/** Replaces words in some units of an article; tells why where they do not fit. */
export function replaceWords(
  article: ChangedArticle,
  { start, count }: { start: number; count: number },
  { from = '', to = '', all }: DecidedOperation,
): OpenReason | null {
  const units = article.units.slice(start, start + count);
  const found = units.map(({ text }) => findWords(text, from));
  const total = found.reduce((sum, each) => sum + each.length, 0);
  if (total === 0) return 'wordsNotFound';
  if (total > 1 && !all) return 'wordsSeveral';
  for (const [at, unit] of units.entries()) unit.text = replaceAt(unit.text, found[at]!, from.length, to);
  return null;
}

/** Adds a 款 or 项 at the place that the sentence gives it. */
function insertInside(
  article: ChangedArticle,
  place: ClausePlace,
  { as, lines = [] }: DecidedOperation,
): OpenReason | null {
  const inner = as === undefined ? null : readPlace(`第一条${as}`);
  const given = unitsOfLines(lines);
  if (!inner || given.length === 0 || !article.isPlain) return 'placeUnclear';
  if (inner.paragraph !== undefined) {
    if (place.paragraph !== undefined || given[0]!.kind !== 'paragraph') return 'placeUnclear';
    const paragraphs = [...article.units.keys()].filter((at) => article.units[at]!.kind === 'paragraph');
    if (inner.paragraph < 1 || inner.paragraph > paragraphs.length + 1) return 'placeUnclear';
    article.units.splice(paragraphs[inner.paragraph - 1] ?? article.units.length, 0, ...given);
    return null;
  }
  const units = unitsAt(article, place);
  const [unit, ...more] = given;
  if (!units || more.length > 0) return 'placeUnclear';
  const items = [...article.units.keys()].filter(
    (at) => at >= units.start && at < units.start + units.count && article.units[at]!.kind === 'item',
  );
  // Only behind the last one: numbers inside would have to follow.
  const lastItem = items.at(-1);
  const isNext =
    items.every((at, index) => ordinalOf(article.units[at]!) === index + 1) && inner.item === items.length + 1;
  if (lastItem === undefined || !isNext) return 'placeUnclear';
  const marker = article.units[lastItem]!.marker.replace(/[^（(）)]+/, as!.replace(/[第项()（）]/g, ''));
  article.units.splice(lastItem + 1, 0, { kind: 'item', marker, text: unit!.text });
  return null;
}
