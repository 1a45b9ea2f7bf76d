import { linesOfUnits, type CountedArticle } from './articles';
import { changeArticle, replaceWords } from './change-article';
import { ArticleNumbering } from './numbering';
import type { ChangedArticle, ClauseChange, DecidedOperation, OpenReason, WorkedInText } from './changes';
import { groupByDecision } from './by-decision';
import { findWords, readPlace } from './places';

/**
 * Works operations into the articles of a text, as it reads on a day.
 *
 * Pure: the same operations give the same text in whatever order they are given. What does not fit
 * exactly is not applied, and its clause stays open from then on.
 * @param articles as printed; null where the text has none that can be counted
 */
export function workIn(
  articles: readonly CountedArticle[] | null,
  operations: readonly DecidedOperation[],
  on: Date,
): WorkedInText {
  const state: ChangedArticle[] = (articles ?? []).map((article) => ({
    ...article,
    units: article.units.map((unit) => ({ ...unit })),
    changes: [],
    isDeleted: false,
    isOpen: false,
  }));
  const text: WorkedInText = { articles: state, open: [], unclearFrom: null };
  const numbering = new ArticleNumbering(state);
  for (const decision of groupByDecision(operations)) {
    const known = decision.filter(({ day }) => day !== null);
    for (const operation of decision.filter(({ day }) => day === null)) leaveOpen(text, numbering, operation, 'noDay');
    const done = known.filter(({ day }) => day! <= on);
    for (const operation of known.filter(({ day }) => day! > on)) announce(text, numbering, operation);
    if (articles === null) for (const operation of done) leaveOpen(text, numbering, operation, 'noArticles');
    else applyDecision(text, numbering, done, on);
  }
  if (numbering.unclearFrom < Infinity) text.unclearFrom = numbering.unclearFrom;
  return text;
}

function applyDecision(
  text: WorkedInText,
  numbering: ArticleNumbering,
  operations: readonly DecidedOperation[],
  on: Date,
): void {
  // Places are those before the decision; new numbers hold behind it.
  const adds: DecidedOperation[] = [];
  for (const operation of operations) {
    const { kind } = operation;
    if (kind === 'adjust') continue;
    if (operation.doubtedFrom && operation.doubtedFrom <= on) leaveOpen(text, numbering, operation, 'doubted');
    else if (operation.adds === 'article') adds.push(operation);
    else applyOne(text, numbering, operation);
  }
  const isAdjusted = operations.some(({ kind }) => kind === 'adjust');
  for (const { operation, reason } of numbering.settle(text, operations, adds, isAdjusted))
    leaveOpen(text, numbering, operation, reason);
}

function applyOne(text: WorkedInText, numbering: ArticleNumbering, operation: DecidedOperation): void {
  if (operation.place === '全文' && operation.kind === 'words') {
    replaceEverywhere(text, operation);
    return;
  }
  const place = operation.kind === 'unread' ? null : readPlace(operation.place);
  const article = place && numbering.find(place);
  if (!article || article === 'unclear') {
    const missing = article === 'unclear' ? 'numbering' : 'notFound';
    leaveOpen(text, numbering, operation, operation.kind === 'unread' ? 'unread' : place ? missing : 'placeUnclear');
    return;
  }
  const former = linesOfUnits(article.units);
  const reason = article.isOpen ? 'earlier' : changeArticle(article, place, operation);
  if (reason) {
    article.changes.push({ operation, status: 'open', reason });
    article.isOpen = true;
  } else article.changes.push({ operation, status: 'done', former });
}

function replaceEverywhere(text: WorkedInText, operation: DecidedOperation): void {
  const { from = '' } = operation;
  const touched = text.articles.filter(
    ({ units, isDeleted }) => !isDeleted && units.some((unit) => findWords(unit.text, from).length > 0),
  );
  if (touched.length === 0) text.open.push({ operation, status: 'open', reason: 'wordsNotFound' });
  for (const article of touched) {
    const former = linesOfUnits(article.units);
    const isExact = article.isPlain && !article.isOpen;
    if (isExact) replaceWords(article, { start: 0, count: article.units.length }, operation);
    else article.isOpen = true;
    article.changes.push(
      isExact ? { operation, status: 'done', former } : { operation, status: 'open', reason: 'placeUnclear' },
    );
  }
}

/** Shows an operation whose day has not come at its place. */
function announce(text: WorkedInText, numbering: ArticleNumbering, operation: DecidedOperation): void {
  if (operation.kind === 'adjust') return;
  const place = readPlace(operation.place);
  const article = place ? numbering.find(place) : null;
  const change: ClauseChange = { operation, status: 'ahead' };
  if (article && article !== 'unclear' && operation.adds !== 'article') article.changes.push(change);
  else text.open.push(change);
}

/** Keeps an operation that is not worked in, at its place where that is known. */
function leaveOpen(
  text: WorkedInText,
  numbering: ArticleNumbering,
  operation: DecidedOperation,
  reason: OpenReason,
): void {
  if (operation.kind === 'adjust') return;
  const place = readPlace(operation.place);
  const article = place && reason !== 'numbering' ? numbering.find(place) : null;
  const change: ClauseChange = { operation, status: 'open', reason };
  if (!article || article === 'unclear') {
    text.open.push(change);
    return;
  }
  article.changes.push(change);
  article.isOpen = true;
}
