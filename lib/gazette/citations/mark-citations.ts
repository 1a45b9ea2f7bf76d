import type * as ast from '../ast';
import { hasLeadIn } from '../words/agency-codes';
import { keyOf } from '../words/chars';
import { plainCellText, phrasingParentsOf } from './phrasing-parents';
import type { PhrasingParent } from './phrasing-parents';
import { findNumberMentions, findTitleMentions, spreadRelations } from './mentions';
import type { MentionContext, Mention, Run } from './mentions';
import type { Messages } from '../messages';
import type { Source } from '../source';
import { genreOf, innerTitles } from '../words/titles';

/** Pass 3: what does the text mention? Replaces runs of text by runs of text and citations. */

function runOf(source: Source, holder: PhrasingParent): Run {
  const texts = holder.children.filter((child) => child.type === 'text');
  return {
    texts,
    folded: texts.map(({ position: { start, end } }) => source.folded.slice(start.offset, end.offset)).join(''),
    printed: texts.map((text) => text.value).join(''),
    ...(holder.listed ? { listed: holder.listed } : {}),
  };
}

/** Offset in the source of a unit of a run; an end stays on the line that it ends. */
function offsetOf(run: Run, unit: number, isEnd: boolean): number {
  let left = unit;
  for (const { position } of run.texts) {
    const length = position.end.offset - position.start.offset;
    if (left < length || (isEnd && left === length)) return position.start.offset + left;
    left -= length;
  }
  return run.texts.at(-1)!.position.end.offset;
}

/**
 * Cuts a run at its citations; text keeps one leaf per source line, residue its place between them.
 */
function phrasing(
  source: Source,
  run: Run,
  residues: readonly ast.Residue[],
  found: readonly Mention[],
): ast.Phrasing[] {
  const out: ast.Phrasing[] = [];
  let at = 0;
  const plain = (to: number): void => {
    let start = 0;
    for (const text of run.texts) {
      const length = text.position.end.offset - text.position.start.offset;
      const from = Math.max(at, start);
      const until = Math.min(to, start + length);
      if (until > from)
        out.push(
          source.textNode({
            start: text.position.start.offset + from - start,
            end: text.position.start.offset + until - start,
          }),
        );
      start += length;
    }
  };
  for (const { start, end, citation } of found) {
    if (start < at) continue;
    const place = { start: offsetOf(run, start, false), end: offsetOf(run, end, true) };
    // A mark of a word processor inside a reference cannot be told from its words: the reference
    // stays text.
    if (residues.some(({ position }) => position.start.offset > place.start && position.start.offset < place.end))
      continue;
    plain(start);
    const value = run.printed.slice(start, end);
    out.push({
      type: 'citation',
      value,
      ...citation,
      position: source.position(place),
    });
    at = end;
  }
  plain(run.folded.length);
  return [...out, ...residues].sort((one, other) => one.position.start.offset - other.position.start.offset);
}

/**
 * Codes at places where they cannot be mistaken: document heads, and numbers directly behind a
 * bracket.
 */
export function knownCodes(runs: readonly Pick<Run, 'folded'>[], documents: readonly ast.Document[]): Set<string> {
  const known = new Set(
    documents.flatMap((document) => (document.docNumber?.form === 'bracketed' ? [document.docNumber.agencyCode] : [])),
  );
  for (const { folded } of runs) {
    for (const match of folded.matchAll(
      /[(《、,。|] ?([\u4e00-\u9fffA-Za-z]{2,9}) ?[〔[(【] ?\d{4} ?[〕\])】] ?第?\d{1,5} ?号/g,
    )) {
      if (
        /(?:发|办|函|字|规|令|通|告|文)$/.test(match[1]!) &&
        !/简称|关于|的|见/.test(match[1]!) &&
        !hasLeadIn(match[1]!)
      )
        known.add(match[1]!);
    }
  }
  return known;
}

/**
 * Finds the citations of all documents of a source and puts them into the tree.
 * @param municipality whose government 市政府令 is
 */
export function markCitations(
  source: Source,
  documents: readonly ast.Document[],
  messages: Messages,
  municipality?: string,
): void {
  const all = documents.map((document) => ({
    document,
    holders: phrasingParentsOf(document).map((holder) => ({ holder, run: runOf(source, holder) })),
  }));
  const known = knownCodes(
    all.flatMap(({ holders }) => holders.map(({ run }) => run)),
    documents,
  );
  for (const { document, holders } of all) {
    const titles = [document.title, ...innerTitles(document.title), ...document.children.map((part) => part.title)];
    const ownTitles = new Set(titles.map(keyOf).filter(Boolean));
    const facts: MentionContext = { ownTitles, known, aliases: new Map(), ...(municipality ? { municipality } : {}) };
    for (const { holder, run } of holders) {
      if (!/[《号〕]/.test(run.folded)) continue;
      const offset = run.texts[0]!.position.start.offset;
      const numbers = findNumberMentions(run, facts, messages, ({ start, end }) => ({
        start: offset + start,
        end: offset + end,
      }));
      const found = [...numbers, ...findTitleMentions(run, numbers, facts)].sort(
        (one, other) => one.start - other.start,
      );
      if (found.length === 0) continue;
      spreadRelations(run, found);
      const residues = holder.children.filter((child) => child.type === 'residue');
      holder.replace(phrasing(source, run, residues, found));
    }
    joinTitlesInRows(holders.map(({ holder }) => holder));
  }
}

/**
 * A list prints title and number in two cells of a row: the number's mention gets the title, which
 * is no second mention.
 */
function joinTitlesInRows(holders: readonly PhrasingParent[]): void {
  const ofCell = new Map<ast.TableCell, PhrasingParent[]>();
  for (const holder of holders) if (holder.cell) ofCell.set(holder.cell, [...(ofCell.get(holder.cell) ?? []), holder]);
  for (const { row, cell } of holders) {
    if (!row || !cell || cell.header) continue;
    const [number, ...further] = citationsOf(cell);
    if (!number?.docNumber || number.title || further.length > 0) continue;
    if (keyOf(plainCellText(cell)).length - keyOf(number.value).length > bracketsAround) continue;
    const [titled, ...others] = row.children.filter((each) => each !== cell && namesDocument(plainCellText(each)));
    if (!titled || others.length > 0 || citationsOf(titled).some((citation) => citation.docNumber)) continue;
    number.title = plainCellText(titled)
      .trim()
      .replace(/^《(.+)》$/, '$1');
    for (const holder of ofCell.get(titled) ?? []) holder.replace([...holder.children]);
  }
}

const citationsOf = (cell: ast.TableCell): ast.Citation[] =>
  cell.children.flatMap((child) =>
    child.type === 'paragraph' ? child.children.filter((node) => node.type === 'citation') : [],
  );

/** (示政发〔2017〕19号) */
const bracketsAround = 3;
const shortestTitle = 6;
function namesDocument(text: string): boolean {
  const words = keyOf(text).replace(/^《(.+)》$/, '$1');
  return words.length >= shortestTitle && genreOf(words) !== undefined;
}
