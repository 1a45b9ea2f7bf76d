import type * as ast from '../ast';
import type { Messages } from '../messages';
import type { Source } from '../source';
import { keyOf } from '../words/chars';
import { innerTitles } from '../words/titles';
import { cutPhrasing, runOf } from './cut-phrasing';
import { joinTitlesInRows } from './join-titles-in-rows';
import { knownCodes } from './known-codes';
import { findListedTitle } from './listed-titles';
import type { Mention, MentionContext, Run } from './mention';
import { findNumberMentions } from './number-mentions';
import { phrasingParentsOf } from './phrasing-parents';
import type { PhrasingParent } from './phrasing-parents';
import { spreadRelations } from './spread-relations';
import { findTitleMentions } from './title-mentions';

/**
 * Finds the citations in all documents and puts them into the tree.
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
    places: phrasingParentsOf(document).map((parent) => ({ parent, run: runOf(source, parent) })),
  }));
  const runs = all.flatMap(({ places }) => places.map(({ run }) => run));
  const known = knownCodes(runs, documents);
  for (const { document, places } of all) {
    const ownTitles = ownTitlesOf(document);
    const ownNumber = document.docNumber?.canonical;
    const facts: MentionContext = {
      ownTitles,
      ...(ownNumber ? { ownNumber } : {}),
      known,
      aliases: new Map(),
      ...(municipality ? { municipality } : {}),
    };
    for (const { parent, run } of places) markRun(source, parent, run, facts, messages);
    joinTitlesInRows(places.map(({ parent }) => parent));
  }
}

function ownTitlesOf({ title, children }: ast.Document): Set<string> {
  return new Set([title, ...innerTitles(title), ...children.map((part) => part.title)].map(keyOf).filter(Boolean));
}

/** Finds the citations of one run and puts them into its node. */
function markRun(source: Source, parent: PhrasingParent, run: Run, facts: MentionContext, messages: Messages): void {
  const titled = findListedTitle(run, parent);
  if (titled) parent.replace(cutPhrasing(source, run, residuesOf(parent), [titled]));
  if (titled || !/[《号〕]/.test(run.folded)) return;
  const { offset } = run.texts[0]!.position.start;
  const numbers = findNumberMentions(run, facts, messages, ({ start, end }) => ({
    start: offset + start,
    end: offset + end,
  }));
  const mentions = [...numbers, ...findTitleMentions(run, numbers, facts)];
  const found = mentions.filter((each) => !isOwn(parent, each, facts)).sort((one, other) => one.start - other.start);
  if (found.length === 0) return;
  spreadRelations(run, found);
  parent.replace(cutPhrasing(source, run, residuesOf(parent), found));
}

const residuesOf = ({ children }: PhrasingParent): ast.Residue[] =>
  children.filter((child) => child.type === 'residue');

/**
 * In the note on its own adoption a document names its own number, and orders that have amended it:
 * it cites these, and amends none.
 */
function isOwn({ adoption }: PhrasingParent, { citation }: Mention, { ownNumber }: MentionContext): boolean {
  if (!adoption) return false;
  citation.relation = 'cites';
  return ownNumber !== undefined && citation.docNumber?.canonical === ownNumber;
}
