import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { makeDocNumber } from '../words/doc-number';
import { findDocNumbers } from '../words/find-doc-numbers';
import { readLocator } from './locator';
import type { Messages } from '../messages';
import { readRelation } from './relations';
import type { Span } from '../source';
import { genreOf } from '../words/titles';

/** Finds in one run of text what it mentions: numbers, titles, short names. */

/**
 * Last words of titles that name a policy document, plan, law or rule; a title in 《》 that ends
 * otherwise is a book or a film.
 */
const policyTitle =
  /(?:法|法典|条例|规定|规则|办法|细则|决定|决议|意见|通知|通报|公告|通告|方案|规划|纲要|计划|目录|清单|标准|规范|规程|准则|章程|指南|指引|措施|举措|政策|要求|批复|函|公约|协定|协议|制度|预案|要点|守则|工作报告|导则|大纲|分工|任务|行动|纪要|名录|令)(?:\([^()]{1,40}\))?$/;

/**
 * A run of text that may hold citations, with the offset in the source of each of its UTF-16 units.
 */
export interface Run {
  texts: ast.Text[];
  folded: string;
  /** The same stretch as the source spells it, unit for unit. */
  printed: string;
  /** What the heading, caption or row says of all documents that are listed here. */
  listed?: ast.Relation;
}

export interface Mention {
  start: number;
  end: number;
  /** Where the title in front of it begins. */
  titleStart: number;
  citation: Omit<ast.Citation, 'type' | 'value' | 'position'>;
}

export interface MentionContext {
  ownTitles: Set<string>;
  known: Set<string>;
  municipality?: string;
  /** 以下简称《办法》: what the short name stands for. */
  aliases: Map<string, { docNumber?: ast.DocNumber; title?: string }>;
  /** The text is being written, and its numbers may be unfinished: see findDocNumbers. */
  draft?: boolean;
}

/** Start of the 《 that the 》 at `close` belongs to; -1 for none. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let index = close; index >= Math.max(0, close - sentenceReach); index--) {
    if (text[index] === '》') depth++;
    else if (text[index] === '《' && --depth === 0) return index;
  }
  return -1;
}

const unquotedTitle =
  /((?:[\u4e00-\u9fff]{2,12}(?:政府|办公室|办公厅|委员会|局|厅|部|委|院)[、 ]?){0,4}关于[^,。;:]{2,120}(?:通知|意见|决定|办法|规定|方案|公告|通告|批复|函|规划|计划))$/;

/**
 * The title in front of a number: 《…》( or without brackets; null for none. `start` is where the
 * reference as a whole begins.
 */
function titleBefore({ folded: text, printed }: Run, numberStart: number): { title: string; start: number } | null {
  let end = numberStart;
  while (end > 0 && /[ ([〔]/.test(text[end - 1]!)) end--;
  const remark = /》 ?(\((?:试行|暂行|修订|修正|[^()]{0,12}年[^()]{0,8})\))$/.exec(
    text.slice(Math.max(0, end - 32), end),
  );
  if (remark) end -= remark[1]!.length; // 《…办法》(试行)(示政规〔2020〕1号)
  const dated = /》 ?(\( ?\d{4}年\d{1,2}月\d{1,2}日(?:以|由|经)?)$/.exec(text.slice(Math.max(0, end - 24), end));
  if (dated) end -= dated[1]!.length; // 《…办法》(2016年12月1日示例市人民政府令第2号发布)
  while (end > 0 && text[end - 1] === ' ') end--;
  if (text[end - 1] === '》') {
    const open = openingOf(text, end - 1);
    if (open >= 0) return { title: printed.slice(open + 1, end - 1), start: open };
  }
  const sentence = text.slice(Math.max(0, end - 200), end);
  const match = unquotedTitle.exec(sentence.slice(Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('|')) + 1));
  if (!match || match[1]!.split('《').length !== match[1]!.split('》').length) return null;
  const title = match[1]!.replace(/^(?:根据|按照|依据|依照|执行|贯彻|落实|为)+/, '');
  return { title: printed.slice(end - title.length, end), start: end - match[1]!.length };
}

/**
 * Sentences are looked for within this many characters, so that a text without 。 costs no more than
 * one with.
 */
const sentenceReach = 600;
const sentenceStart = (text: string, at: number): number => {
  const from = Math.max(0, at - sentenceReach);
  const reach = text.slice(from, at);
  return from + Math.max(reach.lastIndexOf('。'), reach.lastIndexOf(';')) + 1;
};
function sentenceEnd(text: string, at: number): number {
  const reach = text.slice(at, at + sentenceReach);
  const stop = /[。;]/.exec(reach);
  return at + (stop?.index ?? reach.length);
}

/** In front of what a list lists stand a number and brackets, no words. */
const noWords = /^[^\u3400-\u9fff]{0,6}$/;

/**
 * The words around a reference that stands in “…” are those of the quotation: 将“依据《甲》”修改为“依据《乙》”.
 */
function quoted({ before, behind }: { before: string; behind: string }): { before: string; behind: string } {
  const close = behind.search(/[“”]/);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('”'));
  if (close < 0 || open < 0 || behind[close] !== '”' || before[open] !== '“') return { before, behind };
  return { before: before.slice(open + 1), behind: behind.slice(0, close) };
}

/**
 * The relation that the sentence says; where it says none, that of the list in which the reference
 * stands.
 */
function relationOf(run: Run, start: number, around: { before: string; behind: string }): ast.Relation {
  const relation = readRelation(quoted(around));
  if (relation !== 'cites' || !run.listed) return relation;
  return noWords.test(run.folded.slice(0, start)) ? run.listed : relation;
}

const behindBracket = (text: string, end: number): number =>
  end + (/^[^()。;《]{0,30}\)/.exec(text.slice(end, end + sentenceReach))?.[0].length ?? 0);
const aliasInFront = /(?:以下|下)?(?:简称|合称|统称) ?[:“"]?$/;

/** The short name that follows a number or title in its bracket: (国发〔2022〕22号,以下简称《通知》). */
const aliasBehind = /^[^()。;]{0,40}?(?:简称|下称) ?[:]?(?:《([^《》]{1,30})》|“《?([^“”]{1,30}?)》?”)/;

const longestListed = 70;
/** What stands between a listed title and its number: (1998年4月5日, and the bracket. */
const beforeNumber = / ?\((?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?(?:由|经|以)?$/;

/**
 * 一、示例市渔港管理办法(1998年4月5日示例市人民政府令第40号公布): in a list the words in front of the number are its title.
 */
function listedTitle({ folded, printed }: Run, numberStart: number): { title: string; start: number } | null {
  if (numberStart > longestListed) return null;
  const words = folded.slice(0, numberStart).replace(beforeNumber, '');
  if (words.length === numberStart || /[,。;:《》]/.test(words) || genreOf(words) === undefined) return null;
  return { title: printed.slice(0, words.length).trim(), start: 0 };
}

/** 市政府令第58号 in a text of 示例市 is 示例市人民政府令第58号. */
function wholeIssuer(docNumber: ast.DocNumber, municipality: string | undefined): ast.DocNumber {
  const short =
    docNumber.form === 'bracketed' ? null : /^本?([市县区州旗])(?:人民)?政府(令|公告|通告)$/.exec(docNumber.agencyCode);
  if (!short || !municipality?.endsWith(short[1]!)) return docNumber;
  return makeDocNumber({ ...docNumber, agencyCode: `${municipality}人民政府${short[2]}` });
}

/** Numbers of a run with the titles in front of them. */
export function findNumberMentions(
  run: Run,
  facts: MentionContext,
  messages: Messages,
  place: (span: Span) => Span,
): Mention[] {
  const text = run.folded;
  return findDocNumbers(text, facts.known, facts.draft).map(({ start, end, docNumber: printed, through, guessed }) => {
    const docNumber = wholeIssuer(printed, facts.municipality);
    const named = titleBefore(run, start) ?? (run.listed ? listedTitle(run, start) : null);
    const aliasDefinition = aliasInFront.test(text.slice(Math.max(0, start - 10), start));
    const before = text.slice(sentenceStart(text, named?.start ?? start), named?.start ?? start);
    const after = behindBracket(text, end);
    const behind = text.slice(after, sentenceEnd(text, after));
    const alias = aliasBehind.exec(text.slice(end, end + sentenceReach));
    const name = alias?.[1] ?? alias?.[2];
    if (name) facts.aliases.set(keyOf(name), { docNumber, ...(named ? { title: named.title } : {}) });
    if (guessed)
      messages.add(
        'agency-code-unknown',
        'info',
        `${docNumber.canonical}: the code was cut out by its shape`,
        place({ start, end }),
      );
    const titleStart = named?.start ?? start;
    const relation = aliasDefinition ? 'cites' : relationOf(run, titleStart, { before, behind });
    const locator = readLocator(behind)?.locator;
    return {
      start,
      end,
      titleStart,
      citation: {
        docNumber,
        ...(through ? { through } : {}),
        ...(named && !aliasDefinition ? { title: named.title } : {}),
        ...(locator ? { locator } : {}),
        relation,
        ...(aliasDefinition ? { aliasDefinition } : {}),
      },
    };
  });
}

/** 《…》 that stand alone: references by title, and short names of something named before. */
export function findTitleMentions(run: Run, numbers: readonly Mention[], facts: MentionContext): Mention[] {
  const { folded: text, printed } = run;
  const found: Mention[] = [];
  let depth = 0;
  let open = -1;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '《' && depth++ === 0) open = index;
    if (character !== '》' || depth === 0 || --depth > 0) continue;
    const title = printed.slice(open + 1, index);
    const end = index + 1;
    const inside = numbers.some(
      (number) => (number.start >= open && number.end <= end) || (number.titleStart <= open && end <= number.start),
    );
    const key = keyOf(title);
    if (inside || aliasInFront.test(text.slice(Math.max(0, open - 10), open))) continue;
    const alias = facts.aliases.get(key);
    const own = facts.ownTitles.has(keyOf(alias?.title ?? title));
    if (!alias && !own && !policyTitle.test(key)) continue;
    const short = aliasBehind.exec(text.slice(end + 1, end + 1 + sentenceReach));
    if (short && text[end] === '(') facts.aliases.set(keyOf(short[1] ?? short[2]!), { title });
    if (own && !alias?.docNumber) continue; // a text names itself: (以下简称《办法》) and later 《办法》
    const after = behindBracket(text, end);
    const before = text.slice(sentenceStart(text, open), open);
    const behind = text.slice(after, sentenceEnd(text, after));
    const locator = readLocator(behind)?.locator;
    found.push({
      start: open,
      end,
      titleStart: open,
      citation: {
        ...(alias?.docNumber ? { docNumber: alias.docNumber } : {}),
        title: alias?.title ?? title,
        ...(locator ? { locator } : {}),
        relation: relationOf(run, open, { before, behind }),
      },
    });
  }
  return found;
}

/** What may stand between two references of one list: a bracket, 文件, 第十条, and 、 or 和. */
const listed =
  /^[)】》]{0,2}(?:文件|通知|规定)?(?:第[^,。;]{1,10}[条款项])?[)】]? ?(?:、|,|和|及|与|以及|或|或者)? ?(?:[\u4e00-\u9fff]{0,10}(?:委|政府|国务院|中央|部|厅|局|办公室|总局))?[（(《]?$/;

/**
 * One verb governs a whole list: 按照A、B和C, and 废止A号、B号、C号. The references without a relation of
 * their own take it.
 */
export function spreadRelations(run: Run, found: readonly Mention[]): void {
  let group: Mention[] = [];
  const close = (): void => {
    const said = new Set(group.map(({ citation }) => citation.relation).filter((relation) => relation !== 'cites'));
    const [relation] = said;
    if (said.size === 1 && relation)
      for (const { citation } of group) if (!citation.aliasDefinition) citation.relation = relation;
    group = [];
  };
  for (const each of found) {
    const last = group.at(-1);
    if (last && !listed.test(run.folded.slice(last.end, Math.max(last.end, each.titleStart)))) close();
    group.push(each);
  }
  close();
}
