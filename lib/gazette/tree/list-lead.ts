import type * as ast from '../ast';
import { listedRelation } from '../citations/listed-relation';
import { fold } from '../words/chars';
import { listDays } from '../words/numbers';
import { inlineText } from './text-of';

/** A citation, and where its words stand in its sentence. */
interface InSentence {
  citation: ast.Citation;
  sentence: string;
  wordsAt: number;
}

const longestLead = 58;
/** 有效期延长两年. */
const span = /(?:延长|延续|延期|顺延)[^,。;]{0,8}?[\d一二两三四五六七八九十半]{1,3} ?(?:年|个月)/;
/** In front of what a list lists stand a number and brackets, no words. */
const noWords = /^[^\u3400-\u9fff]{0,8}$/;

/**
 * Reads words above a list that say something of all its entries.
 * @returns the words where they name a day or a span; '' where they name none; null where they say
 * nothing of the entries
 */
function readLead(words: string): string | null {
  const lead = words.slice(words.lastIndexOf('。') + 1).trim();
  if (lead.length > longestLead || listedRelation(lead) === undefined) return null;
  const folded = fold(lead);
  return listDays(folded).length > 0 || span.test(folded) ? lead : '';
}

/**
 * Gives the words in front of a list that say what follows: 以下文件自…起废止：, and the one name of
 * 附件：废止的文件目录 whose list stands right behind it.
 */
export function leadWords(node: ast.Node): string | null {
  if (node.type === 'attachmentList') {
    const [only, ...others] = node.children;
    const words = only && others.length === 0 ? only.value.trim() : '';
    return /^附件[:：]\s*(?!\d{1,2}[.、．])(?<name>.+)$/.exec(words)?.groups?.['name'] ?? null;
  }
  if (node.type !== 'paragraph') return null;
  const words = inlineText(node.children).trim();
  return /[:：]$/.test(words) ? words : null;
}

/** Reads such words for what stands behind them, as `readLead` does. */
export function leadBehind(node: ast.Node): string | null {
  const words = leadWords(node);
  return words === null ? null : readLead(words);
}

/** Reads the head of what has an address, for what stands in it. */
export function leadOfHead(node: ast.Part | ast.Section | ast.Callout | ast.Table): string | null {
  switch (node.type) {
    case 'part':
      return (node.kind === 'notice' ? null : readLead(node.title)) ?? '';
    case 'section':
      return readLead(inlineText(node.heading));
    case 'table':
      return node.caption ? readLead(inlineText(node.caption)) : null;
    case 'callout':
      return null;
  }
}

/**
 * Puts words above a list in front of an entry that says nothing itself.
 * So the day is in the sentence that proves it.
 */
export function withLead<Found extends InSentence>(found: Found, lead: string | null, isRow: boolean): Found {
  const { citation, sentence, wordsAt } = found;
  if (!lead || citation.relation !== listedRelation(lead)) return found;
  const before = fold(sentence.slice(0, wordsAt)).replace(/《[^《》]*》/g, '');
  const title = fold(citation.title ?? '');
  if (!isRow && !noWords.test(title === '' ? before : before.replace(title, ''))) return found;
  return { ...found, sentence: `${lead}\u3000${sentence}`, wordsAt: lead.length + 1 + wordsAt };
}
