import { articlesIn, wordsOfRun } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import type { StatementPlace } from '@/lib/validity/validity';
import { unitsOfLines, type ClauseUnit } from './articles';
import { changeVerb, endedWords, nameArticle, sinceWords } from './change-words';
import type { ChangedArticle, ClauseChange, DecidedOperation } from './changes';
import { ordinalOf, readPlace } from './places';
import { resolveDocument } from './resolve-text';
import type { ChangedSpot } from './spots';

/** A text as it reads on a day, made of the printed tree. */
export interface WorkedInTree {
  tree: ast.Document;
  /** The article that each note of the tree is about. */
  notes: ReadonlyMap<ast.Note, ChangedArticle>;
  /** The decision that each citation in notes names. */
  decisions: ReadonlyMap<ast.Citation, StatementPlace>;
  /** What decisions do to clauses that nobody can tell. */
  open: readonly ClauseChange[];
  /** Names of the articles from which on numbers are not known. */
  unclearFrom: readonly string[];
}

/**
 * Makes the tree of a text as it reads on a day.
 *
 * The printed tree stays as it is: what no decision touches is shared, what one changes is new.
 * Printed articles keep their addresses whatever number they get; a new one has `new1`, `new2` … in
 * its text. A note behind each changed article says by which document and sentence. What is not
 * worked in stands as printed, and its note says why.
 * @param on the calendar day, at midnight UTC
 */
export function makeWorkedInTree(
  printed: ast.Document,
  operations: readonly DecidedOperation[],
  on: Date,
): WorkedInTree {
  const writer = new Writer();
  const held = operations.filter(({ day }) => day === null || day <= on);
  const { parts, spots, open, unclearFrom } = resolveDocument(printed, held, on);
  const children = printed.children.map((part) => {
    const text = parts.get(part);
    const worked = text ? writer.writePart(part, text.articles) : part;
    return writer.writeSpots(worked, spots);
  });
  return { tree: { ...printed, children }, notes: writer.notes, decisions: writer.decisions, open, unclearFrom };
}

/**
 * Puts the notes on all of a text in front of it, for files.
 * They say what it is, and what is not worked in.
 */
export function withFrontNotes({ tree, open, unclearFrom, decisions }: WorkedInTree, lead: string): WorkedInTree {
  const writer = new Writer();
  const [part, ...parts] = tree.children;
  if (!part) return { tree, open, unclearFrom, decisions, notes: new Map() };
  const position = part.position;
  const notes = [
    writer.note([text(lead, position)], position),
    ...unclearFrom.map((name) => writer.note([text(`〔${unclearWords(name)}〕`, position)], position)),
    ...open.map((change) => writer.note(writer.sentenceOf(change, position), position)),
  ];
  const at = part.children.findLastIndex(({ type }) => type === 'title' || type === 'numberLine') + 1;
  const children = [...part.children.slice(0, at), ...notes, ...part.children.slice(at)];
  return {
    tree: { ...tree, children: [{ ...part, children }, ...parts] },
    notes: new Map(),
    decisions: new Map([...decisions, ...writer.decisions]),
    open,
    unclearFrom,
  };
}

/** From which number on articles may be called otherwise. */
export const unclearWords = (name: string): string => `${name}起的条文序号本站未能确定，请以修改决定为准。`;

const text = (value: string, position: ast.Position): ast.Text => ({ type: 'text', value, position });

/** Most characters of a decision's sentence in a note; the page has all of them. */
const LONGEST_SENTENCE = 160;

/** Writes articles and their notes, and remembers what these are about. */
class Writer {
  readonly notes = new Map<ast.Note, ChangedArticle>();
  readonly decisions = new Map<ast.Citation, StatementPlace>();

  writePart(part: ast.Part, articles: readonly ChangedArticle[]): ast.Part {
    const blocks = new Map<string, ast.Block[]>();
    const prefix = part.kind === 'notice' ? '' : `${part.id}-`;
    const printed = new Map(articlesIn(part.children).map((article) => [article.id, article]));
    const isPrinted = ({ address }: ChangedArticle): boolean => address !== null;
    const first = articles.find(isPrinted)?.address ?? '';
    const chapters = chaptersOf(part.children);
    let added = 0;
    let at = first;
    for (const [index, article] of articles.entries()) {
      const own = article.address === null ? undefined : printed.get(article.address);
      const position = (own ?? printed.get(at) ?? part).position;
      const id = article.address ?? `${prefix}new${++added}`;
      at = article.address ?? at;
      blocks.set(at, [...(blocks.get(at) ?? []), ...this.writeArticle(article, own, id, position)]);
      const next = articles.slice(index + 1).find(isPrinted)?.address;
      // Before the first article of a chapter it may stand in that chapter, or in the one before.
      if (!own && next != null && chapters.get(at) !== chapters.get(next))
        blocks.get(at)!.push(this.note([text('〔这一条属于哪一章，以修改决定为准。〕', position)], position));
    }
    return { ...part, children: replaceArticles(part.children, blocks) };
  }

  /** Writes places that are no articles, each with its note: of a part in front of its text. */
  writeSpots(part: ast.Part, spots: ReadonlyMap<string, ChangedSpot>): ast.Part {
    if (spots.size === 0) return part;
    const children = this.writeSections(part.children, spots);
    const own = spots.get(part.id);
    if (!own) return { ...part, children };
    const at = children.findLastIndex(({ type }) => type === 'title' || type === 'label') + 1;
    return { ...part, children: [...children.slice(0, at), this.noteOf(own, part.position), ...children.slice(at)] };
  }

  private writeSections(blocks: readonly ast.Block[], spots: ReadonlyMap<string, ChangedSpot>): ast.Block[] {
    return blocks.flatMap((block): ast.Block[] => {
      if (block.type === 'callout') return [{ ...block, children: this.writeSections(block.children, spots) }];
      if (block.type !== 'section' && block.type !== 'table') return [block];
      const spot = spots.get(block.id);
      if (block.type === 'table') return spot ? [block, this.noteOf(spot, block.position)] : [block];
      if (!spot) return [{ ...block, children: this.writeSections(block.children, spots) }];
      const written = spot.isOpen || spot.node.type !== 'section' ? block : spot.node;
      return [{ ...written, children: this.writeSections(written.children, spots) }, this.noteOf(spot, block.position)];
    });
  }

  private noteOf(article: ChangedArticle, position: ast.Position): ast.Note {
    const run = article.changes.flatMap((change) => this.sentenceOf(change, position, article));
    const note = this.note(run, position);
    this.notes.set(note, article);
    return note;
  }

  private writeArticle(
    article: ChangedArticle,
    printed: ast.Section | undefined,
    id: string,
    position: ast.Position,
  ): ast.Block[] {
    const section = article.isDeleted ? [] : [sectionOf(article, printed, id, position)];
    if (article.changes.length === 0) return section;
    return [...section, this.noteOf(article, position)];
  }

  note(children: ast.Phrasing[], position: ast.Position): ast.Note {
    return { type: 'note', position, children };
  }

  /** 〔第九条，自2023年7月1日起，依示政规〔2023〕4号修改：“…”〕 */
  sentenceOf(change: ClauseChange, position: ast.Position, article?: ChangedArticle): ast.Phrasing[] {
    const { day, decision, sentence } = change.operation;
    const cited: ast.Citation = {
      type: 'citation',
      value: decision.docNumber ?? `《${decision.title}》`,
      relation: 'amends',
      position,
    };
    this.decisions.set(cited, decision);
    const words = sentence.replace(/\s+/g, '');
    const cut = words.length > LONGEST_SENTENCE ? `${words.slice(0, LONGEST_SENTENCE)}……` : words;
    const lead = [article && nameArticle(article), sinceWords(day)].filter(Boolean).join('，');
    const ended = endedWords(change);
    const behind = `${changeVerb(change)}：${cut}${ended && `（${ended}）`}〕`;
    return [text(`〔${lead}${lead && '，'}依`, position), cited, text(behind, position)];
  }
}

/** The chapter in which each article stands; undefined outside of any. */
function chaptersOf(blocks: readonly ast.Block[], chapter?: string): Map<string, string | undefined> {
  return new Map(
    blocks.flatMap((block): [string, string | undefined][] => {
      if (block.type !== 'section') return [];
      return block.marker.style === 'article' ? [[block.id, chapter]] : [...chaptersOf(block.children, block.id)];
    }),
  );
}

/** Puts blocks in the place of articles, in chapters too. */
function replaceArticles(blocks: readonly ast.Block[], made: ReadonlyMap<string, ast.Block[]>): ast.Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'section') return [block];
    if (block.marker.style === 'article') return made.get(block.id) ?? [block];
    return [{ ...block, children: replaceArticles(block.children, made) }];
  });
}

function sectionOf(
  article: ChangedArticle,
  printed: ast.Section | undefined,
  id: string,
  position: ast.Position,
): ast.Section {
  const marker = markerOf(article, printed, position);
  if (printed && (article.isOpen || isAsPrinted(article)))
    return marker === printed.marker ? printed : { ...printed, marker };
  const units = article.isOpen ? givenUnits(article) : article.units;
  return {
    type: 'section',
    id,
    marker,
    heading: [],
    runIn: false,
    children: units.map((unit) => blockOf(unit, id, position)),
    position,
  };
}

/** As printed where the number is the same. */
function markerOf(article: ChangedArticle, printed: ast.Section | undefined, position: ast.Position): ast.Marker {
  const { ordinal, inserted } = article;
  const before = printed && readPlace(printed.marker.value);
  if (before?.ordinal === ordinal && before.inserted === inserted) return printed!.marker;
  return { type: 'marker', style: 'article', ordinal, value: nameArticle(article), position };
}

/** Nothing but its number may have changed. */
const isAsPrinted = ({ changes }: ChangedArticle): boolean =>
  changes.every(({ operation, status }) => status !== 'done' || operation.kind === 'renumber');

/** The lines with which a decision added an article that a later change does not fit. */
const givenUnits = ({ changes }: ChangedArticle): ClauseUnit[] =>
  unitsOfLines(changes.find(({ operation }) => operation.adds === 'article')?.operation.lines ?? []);

function blockOf(unit: ClauseUnit, id: string, position: ast.Position): ast.Block {
  const run = unit.run && wordsOfRun(unit.run) === unit.text ? [...unit.run] : [text(unit.text, position)];
  const paragraph: ast.Paragraph = { type: 'paragraph', children: run, position };
  const ordinal = ordinalOf(unit);
  if (ordinal === null) return paragraph;
  return {
    type: 'section',
    id: `${id}.${ordinal}`,
    marker: { type: 'marker', style: 'hanBracket', ordinal, value: unit.marker, position },
    heading: [],
    runIn: false,
    children: [paragraph],
    position,
  };
}
