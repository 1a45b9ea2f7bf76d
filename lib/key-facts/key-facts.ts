import { isDraft, listSectionLines, type SectionLines } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { findAudiences } from './audiences';
import { findChangedAmounts } from './changed-amounts';
import { findDeadlines } from './deadlines';
import type { Fact, PlacedFact, ResponsibleFact } from './facts';
import { findGrantedAmounts } from './granted-amounts';
import { findResponsibleUnits } from './responsible-units';
import { findSetAmounts } from './set-amounts';
import { findTableFacts } from './table-facts';
import { findTelephones } from './telephones';

/** Explanations and reports tell of what others set. */
const SETS_NOTHING = /解读|答记者问|问答|起草说明|(?:工作|情况|年度|总结)的?报告$|情况的?通报$|讲话|会议纪要/u;

/** Finds the facts of one line of text, of all kinds. */
export const findFacts = (line: string): Fact[] => [
  ...findChangedAmounts(line),
  ...findSetAmounts(line),
  ...findGrantedAmounts(line),
  ...findDeadlines(line),
  ...findAudiences(line),
  ...findResponsibleUnits(line),
  ...findTelephones(line),
];

/**
 * Lifts the key facts of a document out of its sentences and tables.
 *
 * Nothing is said that a sentence does not say: what is not matched is not there. Days in force and
 * repeals are no part of it; they are read as statements of validity.
 */
export function listKeyFacts(document: ast.Document): PlacedFact[] {
  if (isDraft(document.title) || SETS_NOTHING.test(document.title)) return [];
  return listSectionLines(document).flatMap(ofSection);
}

function ofSection({ address, heading, lines, table }: SectionLines): PlacedFact[] {
  if (table) return findTableFacts(table).map((fact) => ({ ...fact, address, section: address }));
  const found = lines.map((line) => findFacts(line.text).map((fact) => ({ ...fact, address: line.address })));
  const isWhole = heading !== '' && areOfHeading(found, lines);
  return found.flat().flatMap((fact) => {
    if (fact.kind !== 'responsible' || namesTask(fact)) return [{ ...fact, section: address }];
    const subject = isWhole ? heading : fact.sentence;
    return subject === '' ? [] : [{ ...fact, subject, section: address }];
  });
}

/** 负责解释, 负责全市露营地的行业指导: the role says of what. */
const namesTask = ({ role }: ResponsibleFact): boolean => role.length > 2 && role.startsWith('负责');

/**
 * Whether the units that a section names do what its heading says.
 *
 * They do where all stand at the end of one line, each in a role of its own, and that line is the
 * one that goes on from the heading, or the last one. Else they do what the sentence before them
 * says.
 */
function areOfHeading(found: readonly (readonly Fact[])[], lines: SectionLines['lines']): boolean {
  const named = found.map((facts) => facts.flatMap((fact) => (fact.kind === 'responsible' ? [fact] : [])));
  const at = named.findIndex((facts) => facts.some((fact) => !namesTask(fact)));
  const here = (named[at] ?? []).filter((fact) => !namesTask(fact));
  const last = here.at(-1);
  if (!last || named.slice(at + 1).some((facts) => facts.some((fact) => !namesTask(fact)))) return false;
  if (new Set(here.map(({ role }) => role)).size !== here.length || (at > 0 && at < lines.length - 1)) return false;
  const text = (lines[at]?.text ?? '').replace(/\s+/gu, '');
  const behind = text.slice(text.lastIndexOf(last.units) + last.units.length);
  return !/\p{Script=Han}/u.test(behind.replace(/^(?:牵头|负责|配合|参与|按|照|职责|分工|分别)+/u, ''));
}
