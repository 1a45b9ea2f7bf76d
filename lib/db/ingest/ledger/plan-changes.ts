import { recognise } from '@/lib/db/ingest/addresses';
import type { PreparedDocument } from '@/lib/db/ingest/rows/prepared';
import type * as ast from '@/lib/gazette/ast';
import {
  isParagraph,
  listWithParagraphs,
  matchPassages,
  pairByWords,
  type Fate,
  type Matching,
  type Passage,
} from '@/lib/versions';
import type { FormerDocument } from './former-documents';

/** How new documents follow on former ones. */
export interface Succession {
  former: FormerDocument[];
  documents: PreparedDocument[];
  /** Passages of each new document; empty where nothing is compared with it. */
  passages: Passage[][];
  /** What each new document was before. */
  formerOf: Map<PreparedDocument, FormerDocument>;
  matching: Matching;
  /** What became of the 款 of each former document. */
  paragraphFates: Fate[][];
}

/**
 * Finds what became of former documents and of everything that has an address in them.
 *
 * Documents are recognised by number and title, the rest by their words; those that ended before
 * count only where one of the new ones is one of them.
 * @param municipality slug of that of the new documents
 */
export function planSuccession(
  documents: readonly PreparedDocument[],
  former: readonly FormerDocument[],
  municipality: string,
): Succession {
  const kept = [...documents];
  if (former.length === 0)
    return {
      former: [],
      documents: kept,
      passages: kept.map(() => []),
      formerOf: new Map(),
      matching: { fates: [], added: [] },
      paragraphFates: [],
    };
  const all = kept.map(({ columns }) => listWithParagraphs(columns.tree as unknown as ast.Document));
  const passages = all.map((each) => each.filter((passage) => !isParagraph(passage)));
  // A file that another municipality claims now has no document of the former one, only its words.
  const held = former.filter((each) => !each.hasEnded && each.municipality === municipality);
  const formerOf = recognise(kept, held);
  pairRest(kept, passages, held, formerOf);
  const ended = former.filter(({ hasEnded }) => hasEnded);
  const open = kept.filter((document) => !formerOf.has(document));
  for (const [document, before] of recognise(open, ended)) formerOf.set(document, before);
  const counted = former.filter((each) => !each.hasEnded || [...formerOf.values()].includes(each));
  const documentAt = new Map([...formerOf].map(([document, before]) => [before, kept.indexOf(document)]));
  const pairs = counted.map((each) => documentAt.get(each) ?? null);
  const matching = matchPassages(
    counted.map((each) => each.passages),
    passages,
    pairs,
  );
  // By themselves, so that no 款 takes the place of an article; it may have become one.
  const { fates: paragraphFates } = matchPassages(
    counted.map((each) => each.paragraphs),
    counted.some((each) => each.paragraphs.length > 0) ? all : all.map(() => []),
    pairs,
  );
  return { former: counted, documents: kept, passages, formerOf, matching, paragraphFates };
}

/** Recognises by their words what number and title do not tell. */
function pairRest(
  documents: readonly PreparedDocument[],
  passages: readonly Passage[][],
  held: readonly FormerDocument[],
  formerOf: Map<PreparedDocument, FormerDocument>,
): void {
  const known = new Set(formerOf.values());
  const left = held.filter((each) => !known.has(each));
  const open = documents.flatMap((document, at) => (formerOf.has(document) ? [] : [{ document, at }]));
  const pairs = pairByWords(
    left.map((each) => each.passages),
    open.map(({ at }) => passages[at]!),
  );
  for (const [at, pair] of pairs.entries()) if (pair !== null) formerOf.set(open[pair]!.document, left[at]!);
}
