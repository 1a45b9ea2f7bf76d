/** Public interface of the parser: text in, tree and messages out. */

export { looksLikeGazette, parseGazette, parserVersion } from './parse-gazette';
export type { ParseResult } from './parse-gazette';
export type { GivenCell, GivenTable } from './tables/given-table';
export { titlesAgree } from './words/agreement';
export { findReferences } from './citations/find-references';
export type { Reference } from './citations/find-references';
export { issuerOfCode } from './words/code-issuer';
export { makeDocNumber } from './words/doc-number';
export { findDocNumbers } from './words/find-doc-numbers';
export { readDocNumber } from './words/typed-number';
export type { TypedNumber } from './words/typed-number';
export { readNumeral } from './words/numbers';
export { findSection, listCitations, listSectionTexts, outlineDocument, textOf } from './tree/outline';
export { fold } from './words/chars';
export { listDays } from './words/numbers';
export { genres } from './words/titles';
export { addMonths, lastDayOf, readSpan } from './clauses/spans';
export { listValidityClauses } from './clauses/validity-clauses';
export type { ValidityClause } from './clauses/validity-clauses';
export { addressOfLocator, followLocatorPath, readLocatorPath } from './tree/locator-address';
export type { LocatorPath } from './tree/locator-address';
export { leavesAt, listSectionLeaves } from './tree/section-leaves';
export type { Leaf, PlacedLeaf, SectionLeaves } from './tree/section-leaves';
export { printedName } from './tree/names';
export type { PathStep, SectionName } from './tree/names';
export { paragraphsOf, rowsOf } from './tree/walk';
export type { LocatedSection, OutlineEntry, SectionText } from './tree/outline';
