import { callout } from './callout';
import { attachmentList, imprint, note, signature } from './closing';
import { keywords, label, letterhead, numberLine, residue } from './leaves';
import { nameList, roster } from './lists';
import { numbered } from './numbered';
import { paragraph } from './paragraph';
import { question } from './question';
import type { BlockRule } from './rule';
import { table } from './table';
import { tableNote } from './table-note';

/** Kinds of blocks. Their order is meaning: the first rule that fits takes the line. */
export const blockRules = {
  // In front of the page furniture: 主题词 is a key of portals too.
  keywords,
  residue,
  // In front of all that reads single lines: a cell may be a label (附件), a date or a name.
  table,
  // Takes its items along: they are no sections of the text around it.
  callout,
  imprint,
  note,
  // In front of the numbered rule, as it takes its items along.
  tableNote,
  label,
  // In front of the name list: agencies above a date read as names too.
  signature,
  // In front of the numbered rule, as it takes its items along: 1. below 附件: is no section.
  attachmentList,
  // In front of the name list: a line without a role goes on with the one above.
  roster,
  numbered,
  question,
  // A letterhead and a number inside a text are those of a second head.
  letterhead,
  numberLine,
  // Behind all that has a sign of its own: names have none.
  nameList,
  // Takes what is left.
  paragraph,
} satisfies Record<string, BlockRule>;
