/** Public interface of the parser: text in, tree and messages out. */

export { looksLikeGazette, parseGazette, parserVersion } from './parse-gazette';
export type { ParseResult } from './parse-gazette';
export type { GivenCell, GivenTable } from './tables/given-table';
export type { TableReason } from './tables/reasons';
export { bareTitle, titlesAgree } from './words/agreement';
export { findReferences } from './citations/find-references';
export type { Reference } from './citations/find-references';
export { issuerOfCode } from './words/code-issuer';
export { isSureCode } from './words/agency-codes';
export { makeDocNumber } from './words/doc-number';
export { canonicalIssuer } from './words/issuer-names';
export { findDocNumbers } from './words/find-doc-numbers';
export { hasNumberShape } from './words/number-shape';
export { readDocNumber } from './words/typed-number';
export type { TypedNumber } from './words/typed-number';
export { readNumeral } from './words/numbers';
export { straightenNumbers, straightenWithOffsets } from './words/typed-dress';
export { listDayCells } from './tree/day-columns';
export { findSection, listCitations, listSectionTexts, outlineDocument } from './tree/outline';
export { textOf } from './tree/text-of';
export { fold } from './words/chars';
export { findDate, listDays } from './words/numbers';
export { genres, innerTitles } from './words/titles';
export { hanNumber } from './clauses/amendment-rules';
export { listAmendments } from './clauses/amendments';
export type { AmendmentOperation } from './clauses/amendments';
export { addMonths, lastDayOf, readSpan } from './clauses/spans';
export { listDefinedWords } from './clauses/defined-words';
export { isDraft, listValidityClauses, publicationDay } from './clauses/validity-clauses';
export type { ValidityClause } from './clauses/validity-clauses';
export {
  addressParagraphs,
  articleOfParagraph,
  articlesIn,
  listArticleLines,
  listParagraphAddresses,
  paragraphName,
  wordsOfRun,
} from './tree/article-lines';
export type { ParagraphAddress } from './tree/article-lines';
export { addressOfLocator, followLocatorPath, readLocatorPath, withoutParagraphs } from './tree/locator-address';
export type { LocatorPath } from './tree/locator-address';
export { leavesAt, listSectionLeaves } from './tree/section-leaves';
export { listSectionLines } from './tree/section-lines';
export type { SectionLines } from './tree/section-lines';
export type { Leaf, PlacedLeaf, SectionLeaves } from './tree/section-leaves';
export { printedName } from './tree/names';
export type { PathStep, SectionName } from './tree/names';
export { paragraphsOf, rowsOf } from './tree/walk';
export type { LocatedSection, OutlineEntry, SectionText } from './tree/outline';
