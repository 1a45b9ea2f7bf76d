import { genres } from '../words/titles';
import type { Span } from '../source';
import { keyOf } from '../words/chars';
import { aliasFrom, isAliasDefinition } from './aliases';
import { readLocator } from './locator';
import type { Mention, MentionContext, Run } from './mention';
import { relationOf, sentenceAround } from './sentence-around';

/**
 * Last words of titles of policy documents, plans, laws and rules.
 * Brackets may follow: 《…方案(2025—2027年)(试行)》. A title in 《》 that ends otherwise is a book or
 * a film.
 */
const policyTitle =
  /(?:法|法典|条例|规定|规则|办法|细则|决定|决议|意见|通知|通报|公告|通告|方案|规划|纲要|计划|目录|清单|标准|规范|规程|准则|章程|指南|指引|措施|举措|政策|要求|批复|函|公约|协定|协议|制度|预案|要点|守则|文本|工作报告|导则|大纲|分工|任务|行动|纪要|名录|令|條例|規定|規則|辦法|細則|決定|意見|規劃|綱要|計劃|標準)(?:\([^()]{1,40}\)){0,4}$/;

/** Finds 《…》 that stand alone: references by title, and short names of something named before. */
export function findTitleMentions(run: Run, numbers: readonly Mention[], facts: MentionContext): Mention[] {
  const found: Mention[] = [];
  const belongsToNumber = numberTest(numbers);
  let depth = 0;
  let open = -1;
  for (let index = 0; index < run.folded.length; index++) {
    const character = run.folded[index];
    if (character === '《' && depth++ === 0) open = index;
    if (character !== '》' || depth === 0 || --depth > 0) continue;
    const span = { start: open, end: index + 1 };
    const mention = belongsToNumber(span) ? null : readTitleMention(run, span, facts);
    if (mention) found.push(mention);
  }
  return found;
}

/**
 * Makes the test whether a 《…》 holds a number, or is of the title in front of one.
 * It is asked for one after the other, so that both places only move on.
 * @param numbers in order, without overlaps
 */
function numberTest(numbers: readonly Mention[]): (span: Span) => boolean {
  /** Where the first title of a number, or of any behind it, begins. */
  const titlesFrom: number[] = [];
  for (let at = numbers.length - 1, first = Infinity; at >= 0; at--)
    titlesFrom[at] = first = Math.min(first, numbers[at]!.titleStart);
  let inside = 0;
  let behind = 0;
  return ({ start, end }) => {
    while (inside < numbers.length && numbers[inside]!.start < start) inside++;
    while (behind < numbers.length && numbers[behind]!.start < end) behind++;
    return (numbers[inside]?.end ?? Infinity) <= end || (titlesFrom[behind] ?? Infinity) <= start;
  };
}

/** 《办法》 without a definition: it names a kind of document, and none. */
const isBareGenre = (key: string): boolean => (genres as readonly string[]).includes(key);

/** Reads what a 《…》 mentions: null for a book, and for the text itself. */
function readTitleMention(run: Run, { start, end }: Span, facts: MentionContext): Mention | null {
  const { folded: text, printed } = run;
  if (isAliasDefinition(text, start)) return null;
  const title = printed.slice(start + 1, end - 1);
  const key = keyOf(title);
  const alias = facts.aliases.get(key);
  const own = facts.ownTitles.has(keyOf(alias?.title ?? title));
  if (!alias && !own && (!policyTitle.test(key) || isBareGenre(key))) return null;
  const defined = text[end] === '(' ? aliasFrom(text, end + 1) : undefined;
  if (defined) facts.aliases.set(keyOf(defined), { title });
  if (own && !alias?.docNumber) return null; // a text names itself: (以下简称《办法》) and later 《办法》
  const around = sentenceAround(text, start, end);
  const locator = readLocator(around.behind)?.locator;
  return {
    start,
    end,
    titleStart: start,
    citation: {
      ...(alias?.docNumber ? { docNumber: alias.docNumber } : {}),
      title: alias?.title ?? title,
      ...(locator ? { locator } : {}),
      relation: relationOf(run, start, around),
    },
  };
}
