import type * as ast from '../ast';
import type { Messages } from '../messages';
import type { Span } from '../source';
import { keyOf } from '../words/chars';
import { makeDocNumber } from '../words/doc-number';
import { findDocNumbers } from '../words/find-doc-numbers';
import { genreOf, quotedTitles } from '../words/titles';
import { aliasFrom, isAliasDefinition } from './aliases';
import { readLocator } from './locator';
import type { Mention, MentionContext, Run } from './mention';
import { relationOf, sentenceAround } from './sentence-around';
import { listedTitle, titleBefore } from './title-before';

const longestTitle = 240;

/**
 * Finds the numbers of a run with the titles in front of them.
 * @param spanOf gives the span in the source of a span of the run
 */
export function findNumberMentions(
  run: Run,
  facts: MentionContext,
  messages: Messages,
  spanOf: (span: Span) => Span,
): Mention[] {
  const text = run.folded;
  return findDocNumbers(text, facts.known, facts.draft).map((match) => {
    const { start, docNumber: printed, through, guessed } = match;
    const before = titleBefore(run, start) ?? (run.listed ? listedTitle(run, start) : null);
    const docNumber = wholeIssuer(printed, facts.municipality, before?.title);
    const behind = before || through ? null : titleBehind(run, match.end);
    const named = before ?? behind;
    const titleStart = before?.start ?? start;
    const end = behind?.end ?? match.end;
    const alias = aliasFrom(text, end);
    if (alias) facts.aliases.set(keyOf(alias), { docNumber, ...(named ? { title: named.title } : {}) });
    if (guessed) {
      const reason = `${docNumber.canonical}: the code was cut out by its shape`;
      messages.add('agency-code-unknown', 'info', reason, spanOf({ start, end }));
    }
    const aliasDefinition = isAliasDefinition(text, start);
    const around = sentenceAround(text, titleStart, end);
    const locator = readLocator(around.behind)?.locator;
    return {
      start,
      end,
      titleStart,
      citation: {
        docNumber,
        ...(through ? { through } : {}),
        ...(named && !aliasDefinition ? { title: named.title } : {}),
        ...(locator ? { locator } : {}),
        relation: aliasDefinition ? 'cites' : relationOf(run, titleStart, around),
        ...(aliasDefinition ? { aliasDefinition } : {}),
      },
    };
  });
}

/** 示例市人民政府令第68号《关于修改部分规章的决定》: the title stands directly behind its number. */
function titleBehind({ folded, printed }: Run, at: number): { title: string; end: number } | null {
  if (folded[at] !== '《') return null;
  const title = quotedTitles(folded.slice(at, at + longestTitle))[0];
  if (title === undefined || genreOf(title) === undefined) return null;
  const end = at + title.length + 2;
  return folded[end - 1] === '》' ? { title: printed.slice(at + 1, end - 1), end } : null;
}

const localIssuer = /^本?([市县区州旗省]|自治区)((?:人民)?政府|人民代表大会常务委员会|人大常委会)(令|公告|通告)$/;
const provinceInTitle = /^[\u4e00-\u9fff]{2,6}?(?:省|自治区)/;

/**
 * Gives a number that leaves out the place its whole issuer.
 * 市政府令第58号 in a text of 示例市 is 示例市人民政府令第58号; 《示例省渡口管理办法》(省政府令第60号) names its province
 * itself.
 */
function wholeIssuer(docNumber: ast.DocNumber, municipality: string | undefined, title = ''): ast.DocNumber {
  const short = docNumber.form === 'bracketed' ? null : localIssuer.exec(docNumber.agencyCode);
  if (!short) return docNumber;
  const named = provinceInTitle.exec(keyOf(title))?.[0];
  const place = [named, municipality].find((each) => each?.endsWith(short[1]!));
  return place ? makeDocNumber({ ...docNumber, agencyCode: `${place}${short[2]}${short[3]}` }) : docNumber;
}
