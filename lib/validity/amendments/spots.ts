import {
  findSection,
  fold,
  followLocatorPath,
  outlineDocument,
  readLocatorPath,
  titlesAgree,
  wordsOfRun,
} from '@/lib/gazette';
import type { OutlineEntry } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { nodeLocator } from '@/lib/text/section-names';
import type { ChangedArticle, ClauseChange, DecidedOperation, OpenReason } from './changes';
import { groupByDecision } from './by-decision';
import { findWords, replaceAt } from './places';

/** What operations do to places that are no articles. */
export interface ChangedSpots {
  /** 二、（一） and 附件2, by their addresses. */
  spots: ReadonlyMap<string, ChangedSpot>;
  /** Operations whose place nobody can tell. */
  open: ClauseChange[];
}

/** A place that is no article, with its node as it reads now. */
export interface ChangedSpot extends ChangedArticle {
  address: string;
  node: ast.Section | ast.Part | ast.Table;
}

const attachment = /^附件/;
/** 附表1, 附件2中的表1, 附件2中的表格: the attachment, and the number of the table. */
const tabled = /^(?<within>附件\d{0,2})?(?:中的?|的)?附?表格?(?<number>\d{0,2})$/;
const outlined = /^(?:[零一二三四五六七八九十]+、|第[^条款项]+部分)/;

/** Tells whether an operation is about a place that is no article. */
export const isAboutSpot = ({ place, kind }: DecidedOperation, hasArticles: boolean): boolean =>
  kind !== 'unread' &&
  kind !== 'adjust' &&
  (attachment.test(place) || tabled.test(place) || outlined.test(place) || (!hasArticles && /^第/.test(place)));

/**
 * Carries out operations on places that are no articles.
 *
 * Words are replaced where they stand in one paragraph, exactly as in articles; all else is told at
 * its place and not worked in.
 */
export function changeSpots(tree: ast.Document, operations: readonly DecidedOperation[], on: Date): ChangedSpots {
  const spots = new Map<string, Found>();
  const open: ClauseChange[] = [];
  for (const operation of groupByDecision(operations).flat()) {
    const found = findSpot(tree, operation);
    const spot = found && (spots.get(found.address) ?? found);
    const { status, reason } = spot ? applyTo(spot, operation, on) : statusOf(operation, on, 'placeUnclear');
    const change: ClauseChange = { operation, status, ...(reason === null ? {} : { reason }) };
    if (!spot) open.push(change);
    else {
      spots.set(spot.address, spot);
      if (status === 'done') change.former = spot.former;
      spot.changes.push(change);
      if (status === 'open') spot.isOpen = true;
    }
  }
  return { spots, open };
}

type Found = ChangedSpot & { former: string[] };
type Status = Pick<ClauseChange, 'status'> & { reason: OpenReason | null };

/** What becomes of an operation before its place is looked at. */
function statusOf({ day, doubtedFrom }: DecidedOperation, on: Date, otherwise: OpenReason | null): Status {
  if (day === null) return { status: 'open', reason: 'noDay' };
  if (day > on) return { status: 'ahead', reason: null };
  if (doubtedFrom && doubtedFrom <= on) return { status: 'open', reason: 'doubted' };
  return otherwise === null ? { status: 'done', reason: null } : { status: 'open', reason: otherwise };
}

function applyTo(spot: Found, operation: DecidedOperation, on: Date): Status {
  const before = statusOf(operation, on, null);
  if (before.status !== 'done') return before;
  const reason = spot.isOpen ? 'earlier' : changeSpot(spot, operation);
  return reason === null ? before : { status: 'open', reason };
}

function changeSpot(spot: Found, operation: DecidedOperation): OpenReason | null {
  const { kind, from = '', to = '', all } = operation;
  if (spot.node.type === 'part') return 'attachment';
  if (spot.node.type === 'table') return 'table';
  if (kind !== 'words') return 'outline';
  const { node } = spot;
  const [first] = node.children;
  if (node.children.length > 1 || (first && first.type !== 'paragraph')) return 'outline';
  const run = [...node.heading, ...(first ? first.children : [])];
  const total = findWords(wordsOfRun(run), from).length;
  if (total === 0) return 'wordsNotFound';
  if (total > 1 && !all) return 'wordsSeveral';
  const inNodes = run.map((child) => (child.type === 'text' ? findWords(child.value, from) : []));
  // Words that go across a citation are left to the reader.
  if (inNodes.reduce((sum, found) => sum + found.length, 0) !== total) return 'placeUnclear';
  const made = run.map((child, at) =>
    child.type === 'text' ? { ...child, value: replaceAt(child.value, inNodes[at]!, from.length, to) } : child,
  );
  const heading = made.slice(0, node.heading.length);
  spot.former = [wordsOfRun(run)];
  spot.node = {
    ...node,
    heading,
    children: first?.type === 'paragraph' ? [{ ...first, children: made.slice(node.heading.length) }] : [],
  };
  spot.units = [{ kind: 'paragraph', marker: '', text: wordsOfRun(made) }];
  return null;
}

const idsOf = (entries: readonly OutlineEntry[]): string[] =>
  entries.flatMap(({ id, children }) => [id, ...idsOf(children)]);

/** Finds the one node that an operation is about. */
function findSpot(tree: ast.Document, { place, about }: DecidedOperation): Found | null {
  const named = tree.children.filter(({ title }) => about !== null && titlesAgree(title, about));
  const within = named.length === 1 && !attachment.test(place) ? named : tree.children;
  const table = tabled.exec(place)?.groups;
  if (table) return findTable(tree, within, table);
  const addresses = idsOf(outlineDocument({ ...tree, children: [...within] }));
  const address = [place, place.replace(/^第([^条款项]+)条/, '$1、')]
    .map((words) => exactAddress(words, addresses))
    .find((each) => each !== null);
  return address ? makeSpot(tree, address, place) : null;
}

/** The one table that has the number in its caption, or the only one of an attachment. */
function findTable(
  tree: ast.Document,
  within: readonly ast.Part[],
  { within: attached, number = '' }: Record<string, string | undefined>,
): Found | null {
  const address = attached === undefined ? null : exactAddress(attached, idsOf(outlineDocument(tree)));
  if (attached !== undefined && address === null) return null;
  const parts = attached === undefined ? within : tree.children.filter(({ id }) => id === address);
  if (number === '' && attached === undefined) return null;
  const captioned = new RegExp(`^附?表${number}(?!\\d|[-.])`);
  const [table, other] = parts
    .flatMap((part) => tablesIn(part))
    .filter(({ caption }) => number === '' || captioned.test(fold(wordsOfRun(caption ?? [])).replace(/\s/g, '')));
  return table && other === undefined ? makeSpot(tree, table.id, `${attached ?? ''}表${number}`) : null;
}

const tablesIn = (node: ast.Part | ast.Section | ast.Callout): ast.Table[] =>
  node.children.flatMap((child) => {
    if (child.type === 'table') return [child];
    return child.type === 'section' || child.type === 'callout' ? tablesIn(child) : [];
  });

function makeSpot(tree: ast.Document, address: string, place: string): Found | null {
  const located = findSection(tree, address);
  if (!located || located.node.type === 'callout') return null;
  const { node } = located;
  const lines =
    node.type === 'part' ? node.title : wordsOfRun((node.type === 'table' ? node.caption : node.heading) ?? []);
  return {
    name: nodeLocator(located, tree) || place,
    ordinal: 0,
    inserted: 0,
    address: node.id,
    units: [{ kind: 'paragraph', marker: '', text: lines }],
    isPlain: true,
    changes: [],
    isDeleted: false,
    isOpen: false,
    node,
    former: [],
  };
}

/** The most exact path alone, and only where one thing has it. */
function exactAddress(words: string, addresses: readonly string[]): string | null {
  const path = readLocatorPath(words);
  if (!path) return null;
  const texts = attachment.test(words) ? path.texts : [/^/];
  const exact = path.paths.slice(0, 1).map((spellings) => spellings.filter((each) => !each.includes('.k')));
  const [address, other] = followLocatorPath({ texts, paths: exact }, addresses);
  return other === undefined ? (address ?? null) : null;
}
