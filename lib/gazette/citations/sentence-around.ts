import type * as ast from '../ast';
import type { Run } from './mention';
import { readRelation } from './relations';

/**
 * Most units of a sentence on either side.
 * A text without 。 then costs no more.
 */
export const sentenceReach = 600;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - sentenceReach);
  const reach = text.slice(from, at);
  return from + Math.max(reach.lastIndexOf('。'), reach.lastIndexOf(';')) + 1;
}

function sentenceEnd(text: string, at: number): number {
  const reach = text.slice(at, at + sentenceReach);
  const stop = /[。;]/.exec(reach);
  return at + (stop?.index ?? reach.length);
}

/** The end of the bracket around a reference, with what more it says: …3号,以下简称《通知》). */
const bracketEnd = (text: string, end: number): number =>
  end + (/^[^()。;《]{0,30}\)/.exec(text.slice(end, end + sentenceReach))?.[0].length ?? 0);

/** Gives the words of the sentence in front of a reference and behind it. */
export function sentenceAround(text: string, start: number, end: number): { before: string; behind: string } {
  const behindAt = bracketEnd(text, end);
  return {
    before: text.slice(sentenceStart(text, start), start),
    behind: text.slice(behindAt, sentenceEnd(text, behindAt)),
  };
}

/** Words around a reference inside “…” are those of the quotation: 将“依据《甲》”修改为“依据《乙》”. */
function quoted({ before, behind }: { before: string; behind: string }): { before: string; behind: string } {
  const close = behind.search(/[“”]/);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('”'));
  if (close < 0 || open < 0 || behind[close] !== '”' || before[open] !== '“') return { before, behind };
  return { before: before.slice(open + 1), behind: behind.slice(0, close) };
}

/** In front of what a list lists stand a number and brackets, no words. */
const noWords = /^[^\u3400-\u9fff]{0,6}$/;

/** Reads the relation of a reference from its sentence, else from the list around it. */
export function relationOf(run: Run, start: number, around: { before: string; behind: string }): ast.Relation {
  const relation = readRelation(quoted(around));
  if (relation !== 'cites' || !run.listed) return relation;
  return noWords.test(run.folded.slice(0, start)) ? run.listed : relation;
}
