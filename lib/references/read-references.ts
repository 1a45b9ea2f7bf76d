import {
  findReferences,
  fold,
  hasNumberShape,
  isSureCode,
  readDocNumber,
  readNumeral,
  straightenNumbers,
  type TypedNumber,
} from '@/lib/gazette';
import type { DocNumber } from '@/lib/gazette/ast';
import { simplifyAll } from '@/lib/search/text/traditional';
import { findLinks, type TypedLink } from './link';
import { readPartAtEnd, readPartBehind } from './part';

/** What a person means by a typed or pasted text: a document, and perhaps a part of it. */
export interface TypedReference {
  /** The text that says so, simplified. */
  words: string;
  number?: TypedNumber;
  /**
   * How sure the number is one: by its shape, or only where its code is held or cited, or only
   * inside a municipality (8号文).
   */
  claim?: 'shape' | 'known code' | 'municipality';
  /** Who issues, as written in front: 市政府办 of 市政府办9号文. */
  agency?: string;
  /** As written, without 《》. */
  title?: string;
  /** The title stood in 《》, or a part was named behind it; else it may be mere words. */
  isNamed?: boolean;
  /** All of the text, where a title stands in it: 《…办法》政策解读 is another document. */
  around?: string;
  /** The part that is meant: 第十二条第二款, 附件2, 二、(三)1. */
  locator?: string;
  link?: TypedLink;
  /** 示例市人民政府公报2023年第2号, with the place as written. */
  issue?: { place: string; year: number; number: number };
}

/** Longest text that is read; nobody pastes more to find one document. */
const LONGEST = 2000;

/**
 * Reads what a typed or pasted text refers to.
 *
 * That is numbers in any dress, titles, parts and addresses of the portal. It is the one reader
 * for the search box, 文号 pages, addresses and the API. Never throws.
 * @returns in the order of the text; empty for mere words
 */
export function readReferences(text: string): TypedReference[] {
  const simplified = simplifyAll(text.slice(0, LONGEST));
  const links = findLinks(simplified);
  if (links.length > 0) return links.map((link) => ({ words: simplified.slice(link.start, link.end), link }));
  const typed = fold(simplified)
    .replace(/[\n\r]/g, ' ')
    .trim();
  const folded = straightenNumbers(typed);
  const issue = readIssue(bare(folded));
  if (issue) return [issue];
  const mentioned = mentions(folded, typed);
  return mentioned.length > 0 ? mentioned : [readWhole(folded)].filter((each) => each !== null);
}

/**
 * Whether a number is one wherever it stands: 以来我市印发〔2023〕3号, of 2023年以来我市印发3号, is none
 * unless its code is known.
 */
export const isSureNumber = ({ form, agencyCode }: DocNumber): boolean =>
  form !== 'bracketed' || isSureCode(agencyCode);

/** @param typed the text before its numbers were straightened */
function mentions(folded: string, typed: string): TypedReference[] {
  const found = findReferences(folded);
  const printed = new Set(
    (typed === folded ? found : findReferences(typed)).flatMap(({ docNumber }) => docNumber?.canonical ?? []),
  );
  const claimOf = (number: DocNumber) =>
    printed.has(number.canonical) || isSureNumber(number) ? ('shape' as const) : ('known code' as const);
  const whole = bare(folded);
  return found.flatMap(({ start, end, docNumber, title, locator }, at): TypedReference[] => {
    const until = found[at + 1]?.start ?? folded.length;
    const part = locator === undefined ? readPartBehind(folded.slice(end, until)) : null;
    const named = title ?? (docNumber ? titleInFront(folded.slice(found[at - 1]?.end ?? 0, start)) : undefined);
    const place = locator ?? part?.locator;
    return [
      {
        words: folded.slice(start, end),
        ...(docNumber ? { number: docNumber, claim: claimOf(docNumber) } : {}),
        ...(named === undefined ? {} : { title: named, isNamed: title !== undefined }),
        ...(place === undefined ? {} : { locator: place }),
        ...(found.length === 1 && !docNumber && whole.length > end - start ? { around: withoutPart(whole) } : {}),
      },
    ];
  });
}

/** 示例市社区食堂管理办法 of 示例市社区食堂管理办法(示政规〔2023〕1号). */
const titleInFront = (before: string): string | undefined => {
  const words = /([^,。;:!?]{5,120}?)[( ]*$/.exec(before)?.[1]?.trim();
  return words !== undefined && /[\u4e00-\u9fff]{4}/.test(words) ? words : undefined;
};

const withoutPart = (text: string): string => {
  const part = readPartAtEnd(text) ?? /[一二三四五六七八九十]{1,3}、?$/.exec(text)?.[0];
  return part ? bare(text.slice(0, -part.length)) : text;
};

const label = /^(?:文 ?号|发文字号|发文文号|文件编号|编号|以下简称|简称|查(?:一下)?|请问) ?:? ?/;
const wrapping: readonly (readonly [string, string])[] = [...'《》“”‘’"")()〔〕【】「」『』\'\'']
  .join('')
  .match(/../gu)!
  .map((pair) => [pair[0]!, pair[1]!] as const);
const stops = /[。.,;:、!?~…\s]+$/;

/** Takes off labels, stops, and quotation marks around all of a text. */
function bare(folded: string): string {
  let text = folded;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(stops, '').replace(label, '').trim();
    const pair = wrapping.find(([open, close]) => text.startsWith(open) && text.endsWith(close) && text.length > 2);
    if (pair && !text.slice(1, -1).includes(pair[1])) text = text.slice(1, -1).trim();
  }
  return text;
}

const han = '\\u3400-\\u4dbf\\u4e00-\\u9fff';
const numeral = '(\\d{1,5}|[〇零一二三四五六七八九十百]{1,6})';
/** 8号文, 第15号文件, 市政府办9号文, 2022年8号文, 15号文 2022. */
const numberedPaper = new RegExp(
  `^(?<agency>[${han}]{0,20}?) ?(?:(?<before>(?:19|20)\\d{2}) ?年? ?)?第? ?(?<serial>${numeral}) ?号(?:文件?) ?(?:[〔(]?(?<behind>(?:19|20)\\d{2})年?[〕)]?)?$`,
);

const issueName =
  /^(?<place>.{0,12}?)(?:人民政府|政府)?公报 ?(?<year>(?:19|20)\d{2}) ?年?[ ·.-]? ?第? ?(?<number>\d{1,3}) ?[号期](?: ?\(总第? ?\d{1,5} ?[号期]\))?$/;

function readIssue(text: string): TypedReference | null {
  const { place = '', year, number } = issueName.exec(text)?.groups ?? {};
  return year && number ? { words: text, issue: { place, year: Number(year), number: Number(number) } } : null;
}

function readWhole(folded: string): TypedReference | null {
  const whole = bare(folded);
  const part = readPartAtEnd(whole);
  const text = part ? bare(whole.slice(0, -part.length)) : whole;
  const located = part ? { locator: part.locator } : {};
  if (text.length < 2) return null;
  if (isSureCode(text) && /[发函规字]$/.test(text))
    return { words: text, number: { agencyCode: text, form: 'bracketed' }, claim: 'known code', ...located };
  const paper = numberedPaper.exec(text)?.groups;
  if (paper) {
    const serial = readNumeral(paper['serial']!);
    const year = paper['before'] ?? paper['behind'];
    const agency = paper['agency'] ?? '';
    const code = agency === '' ? null : readDocNumber(text);
    if (serial && !(code && hasNumberShape(text, code)))
      return {
        words: text,
        number: { serial, ...(year === undefined ? {} : { year: Number(year) }) },
        claim: 'municipality',
        ...(agency === '' ? {} : { agency }),
        ...located,
      };
  }
  for (const [words, place] of part
    ? ([
        [whole, {}],
        [text, located],
      ] as const)
    : ([[whole, {}]] as const)) {
    const number = readDocNumber(words);
    if (!number) continue;
    const shaped = hasNumberShape(words, number);
    if (part && words === whole && !shaped) continue;
    // 2022-9 is rather a month.
    if (!shaped && number.agencyCode === undefined) continue;
    return { words, number, claim: shaped ? 'shape' : 'known code', ...place };
  }
  return readTitle(text, part?.locator, /^[《〈<]/.test(folded));
}

/** A title is not asked for, and has no blank between its words. */
function readTitle(text: string, locator: string | undefined, isQuoted: boolean): TypedReference | null {
  const quoted = /《(.+)》/u.exec(text)?.[1];
  const title = (quoted ?? text).replace(/ +/g, ' ').trim();
  if (!new RegExp(`[${han}]{4}`).test(title.replace(/[^\u3400-\u9fff]/g, '')) || title.length > 200) return null;
  return {
    words: text,
    title,
    isNamed: isQuoted || quoted !== undefined,
    ...(locator === undefined ? {} : { locator }),
  };
}
