import type { DocNumber } from '../ast';
import { readAgencyCode } from './agency-codes';
import { fold, han } from './chars';
import { hanNumeral, readNumeral } from './numbers';

const open = '[〔\\[(【〈《<{“„]';
const close = '[〕\\])】〉》>}”‟]';
const letters = `${han}A-Za-z`;
const digits = `[\\d${hanNumeral}○]`;

const earliestYear = 1949;
const latestYear = 2199;
const isYear = (value: number | null): value is number =>
  value !== null && value >= earliestYear && value <= latestYear;
/** Two digits were usual until the nineties: 〔98〕12号. */
const shortYear = '\\d{2}';
const firstShortYear = 49;
const lastShortYear = 9;

/** Year of a number's bracket, in four digits or two; null for anything else. */
function readYear(text: string): number | null {
  const value = readNumeral(text);
  if (value === null || text.length > 2) return isYear(value) ? value : null;
  if (value >= firstShortYear) return 1900 + value;
  return value <= lastShortYear ? 2000 + value : null;
}

/** The spelling that is shown and compared: 本政办发〔2018〕58号, 示例市人民政府令第7号, 财政部税务总局公告2023年第1号. */
export function canonicalDocNumber({ form, agencyCode, year, serial }: Omit<DocNumber, 'canonical'>): string {
  if (form === 'order') return `${agencyCode}${year ? `〔${year}〕` : ''}第${serial}号`;
  if (form === 'announcement') return `${agencyCode}${year ? `${year}年` : ''}第${serial}号`;
  return `${agencyCode}〔${year}〕${serial}号`;
}

/** A number with its canonical spelling. */
export function makeDocNumber(parts: Omit<DocNumber, 'canonical'>): DocNumber {
  return { ...parts, canonical: canonicalDocNumber(parts) };
}

const numberLine = new RegExp(
  `^\\(?([${letters}]{1,16})${open}(${digits}{4}|${shortYear})年?${close}第?0{0,3}(${digits}{1,5})号\\)?$`,
);
const orderLine = new RegExp(`^\\(?([${letters}]{2,24}令)(?:${open}(\\d{4})${close})?第?(${digits}{1,6})号\\)?$`);
const announcementLine = new RegExp(
  `^\\(?([${letters}]{2,30}(?:公告|通告))(?:(\\d{4})年?第?|第)(${digits}{1,5})号\\)?$`,
);

/**
 * A line that is a 文号 and nothing else.
 * @param key folded words without blanks: `本政发〔2023〕4号`
 */
export function readNumberLine(key: string): DocNumber | null {
  const order = orderLine.exec(key);
  if (order) {
    const serial = readNumeral(order[3]!);
    const year = order[2] ? readNumeral(order[2]) : null;
    if (serial)
      return makeDocNumber({ form: 'order', agencyCode: order[1]!, ...(isYear(year) ? { year } : {}), serial });
  }
  const bracketed = numberLine.exec(key);
  if (bracketed) {
    const year = readYear(bracketed[2]!);
    const serial = readNumeral(bracketed[3]!);
    if (year && serial) return makeDocNumber({ form: 'bracketed', agencyCode: bracketed[1]!, year, serial });
  }
  const announcement = announcementLine.exec(key);
  if (announcement) {
    const year = announcement[2] === undefined ? null : readNumeral(announcement[2]);
    const serial = readNumeral(announcement[3]!);
    if (serial && (year === null || isYear(year)))
      return makeDocNumber({ form: 'announcement', agencyCode: announcement[1]!, ...(year ? { year } : {}), serial });
  }
  return null;
}

/** `第7号` under 示例市人民政府令, `2023年第2号` under 示例市人民政府公告: the number is spread over two lines. */
export function readSplitNumber(letterheadKey: string, numberKey: string): DocNumber | null {
  if (!/(?:令|公告|通告)$/.test(letterheadKey)) return null;
  if (!/^\(?(?:\d{4}年)?第?[^第]{1,6}号\)?$/.test(numberKey)) return null;
  return readNumberLine(letterheadKey + numberKey.replace(/^\(|\)$/g, ''));
}

/** A 文号 in running text, with the span that it takes in the text given. */
export interface NumberMatch {
  start: number;
  end: number;
  docNumber: DocNumber;
  /** Last number of a range: 示政发〔2020〕1—5号. */
  through?: DocNumber;
  /** The code was not known and was cut out by guess. */
  guessed: boolean;
}

const bracketedWith = (between: string): RegExp =>
  new RegExp(
    `${open} ?(${digits}{4}|${shortYear}) ?年? ?${close} ?[文电]? ?${between}第? ?0{0,3}(${digits}{1,5})`,
    'g',
  );
const bracketedInText = bracketedWith('');
/** 示政发〔2018〕-58号 */
const bracketedInDraft = bracketedWith('(?:[-—–] ?)?');
/** A year without brackets, as old and careless texts print it: 示政发2018年58号. */
const bareInText = /(\d{4}) ?(?:年 ?第?|第) ?0{0,3}(\d{1,5})(?= ?号)/g;
/**
 * What people type and no gazette prints: 示政发2018-58号, 示政发2018-58, 示政发2018 58号; 2018-5-8 is a day.
 */
const looseInDraft = /(\d{4})(?: (?=\d{1,5} ?号)| ?[-—–] ?)0{0,3}(\d{1,5})(?!\d| ?[-—–] ?\d)/g;
const orderInText = new RegExp(
  `([${letters}](?:[${letters}]| (?=[${letters}]{3})){1,24}令) ?\\(?(?:${open}?(\\d{4}) ?(?:${close}|年) ?)?第 ?(${digits}{1,6}) ?号`,
  'g',
);
const numberedOrderInText = new RegExp(`([${letters}]{2,20}) ?(?:(\\d{4}) ?年 ?)?第 ?(${digits}{1,6}) ?号令`, 'g');
/** 第58号市政府令 */
const orderBehindNumber = new RegExp(`第 ?(${digits}{1,6}) ?号((?:[${letters}]){2,12}令)`, 'g');
const announcementInText = new RegExp(
  `([${letters}][${letters} 、]{0,40}(?:公告|通告)) ?\\(?(\\d{4}) ?年? ?第 ?(${digits}{1,5}) ?号`,
  'g',
);
/** Announcements that are counted without a year: 示例市人民代表大会常务委员会公告(第8号). */
const yearlessAnnouncementInText = new RegExp(`([${letters}]{4,40}(?:公告|通告)) ?\\(?第 ?(${digits}{1,5}) ?号`, 'g');
const numberedAnnouncementInText = new RegExp(
  `([${letters}][${letters} 、]{0,40}) ?(\\d{4}) ?年 ?第 ?(${digits}{1,5}) ?号(公告|通告)`,
  'g',
);

/**
 * The run of Han characters and letters that ends at `end`, over blanks only directly in front of
 * it.
 */
function runBefore(text: string, end: number): { start: number; end: number } {
  let stop = end;
  while (stop > 0 && text[stop - 1] === ' ') stop--;
  let start = stop;
  while (start > 0 && stop - start < 40 && /[\u3400-\u9fffA-Za-z]/.test(text[start - 1]!)) start--;
  return { start, end: stop };
}

const mostMembers = 24;
const widestRange = 60;
/** What follows the first number of a series: 6号、7号 · 6、7、8号 · 1—5号 · 1号至5号. */
const nextMember = /^ ?([、,和及与至到—–~～-]{1,2}) ?第? ?0{0,3}(\d{1,5})(?!\d|[年月日%.])/;
const rangeSign = /^[至到—–~～-]/;

interface Member {
  start: number;
  end: number;
  serial: number;
  /** It goes on from the member before it: 1—5. */
  range: boolean;
}

/**
 * The end of the first serial number, 号 included, and the further members of the series; null where
 * no 号 says that it is one.
 * @param markless a draft may have forgotten the 号
 */
function readSeries(text: string, at: number, markless: boolean): { end: number; members: Member[] } | null {
  const markAt = (index: number): number => /^ ?号/.exec(text.slice(index, index + 2))?.[0].length ?? 0;
  const end = at + markAt(at);
  const members: Member[] = [];
  let marked = 0; // members up to here have a 号 behind them
  let next = end;
  while (members.length < mostMembers) {
    const match = nextMember.exec(text.slice(next, next + 16));
    if (!match) break;
    const start = next + match[0].length - match[2]!.length;
    next += match[0].length;
    const mark = markAt(next);
    next += mark;
    members.push({ start, end: next, serial: Number(match[2]), range: rangeSign.test(match[1]!) });
    if (mark > 0) marked = members.length;
  }
  if (end > at || marked > 0) return { end, members: members.slice(0, marked) };
  // (示政发〔2018〕58), or a cell that holds 示政发〔2018〕58 and nothing else
  if (/^ ?[)】》]|^$/.test(text.slice(at, at + 2))) return { end, members: [] };
  return markless && !/^ ?[\d年月日%.]/.test(text.slice(at, at + 2)) ? { end, members: [] } : null;
}

/** A number and what follows it in its series, as separate finds; a range is one. */
function expandSeries(
  start: number,
  number: Omit<DocNumber, 'canonical'>,
  { end, members }: { end: number; members: Member[] },
  guessed: boolean,
): NumberMatch[] {
  const found: NumberMatch[] = [{ start, end, docNumber: makeDocNumber(number), guessed }];
  for (const member of members) {
    const docNumber = makeDocNumber({ ...number, serial: member.serial });
    const before = found.at(-1)!;
    const width = member.serial - before.docNumber.serial;
    if (member.range && !before.through && width > 0 && width <= widestRange) {
      before.through = docNumber;
      before.end = member.end;
    } else if (member.serial > 0) found.push({ start: member.start, end: member.end, docNumber, guessed });
  }
  return found;
}

function findBracketed(text: string, known: ReadonlySet<string>, draft: boolean): NumberMatch[] {
  const found: NumberMatch[] = [];
  const read = (match: RegExpExecArray, { bracketed, markless }: { bracketed: boolean; markless: boolean }): void => {
    const year = readYear(match[1]!);
    const serial = readNumeral(match[2]!);
    if (!year || !serial) return;
    const run = runBefore(text, match.index);
    const before = text[run.start - 1];
    const reading = readAgencyCode(
      text.slice(run.start, run.end),
      before === undefined || /[(〔[【《》"“‘,;。、:| ]/.test(before),
      known,
    );
    if (!reading) return;
    const sure = reading.how === 'known' || reading.how === 'shape';
    if (!bracketed && (!sure || /(?:公告|通告|令)$/.test(reading.code))) return;
    if (match[1]!.length === 2 && !sure && reading.how !== 'bounded') return;
    const series = readSeries(text, match.index + match[0].length, markless && reading.how !== 'guess');
    if (!series) return;
    const number = { form: 'bracketed' as const, agencyCode: reading.code, year, serial };
    found.push(...expandSeries(run.end - reading.code.length, number, series, reading.how === 'guess'));
  };
  for (const match of text.matchAll(draft ? bracketedInDraft : bracketedInText))
    read(match, { bracketed: true, markless: draft });
  for (const match of text.matchAll(bareInText)) read(match, { bracketed: false, markless: false });
  if (draft) for (const match of text.matchAll(looseInDraft)) read(match, { bracketed: false, markless: true });
  return found;
}

/** Words in front of an issuer's name that do not belong to it. */
const beforeIssuer =
  /^.*号、|^.*(?:根据|按照|依据|依照|遵照|执行|落实|贯彻|以下简称|废止|修改|取代|公布|发布|违反|的公告|的通告|的令|的|(?<!住房|工业|资源|发展|文化|卫生|教育|民族|人口|国防|[委部局署办厅院会行])和(?!国)|与|及|由)(?=[^根按依执落]{2,})|^(?:[年月日]|原|经|被|对|将|见|以|即|或|为|附)(?=.{4})/;

function findNamed(text: string): NumberMatch[] {
  const found: NumberMatch[] = [];
  const add = (
    match: RegExpExecArray,
    form: 'order' | 'announcement',
    name: string,
    yearText: string | undefined,
    serialText: string,
    word = '令',
  ): void => {
    const serial = readNumeral(serialText);
    const year = yearText === undefined ? null : readNumeral(yearText);
    if (!serial) return;
    const issuer = name.replace(beforeIssuer, '');
    const agencyCode = issuer.replace(/[ 、]/g, '') + (/(?:令|公告|通告)$/.test(name) ? '' : word);
    if (agencyCode.length < 3) return;
    found.push({
      start: match.index + name.length - issuer.length,
      end: match.index + match[0].length,
      docNumber: makeDocNumber({ form, agencyCode, ...(isYear(year) ? { year } : {}), serial }),
      guessed: false,
    });
  };
  for (const match of text.matchAll(orderInText)) add(match, 'order', match[1]!, match[2], match[3]!);
  for (const match of text.matchAll(numberedOrderInText)) add(match, 'order', match[1]!, match[2], match[3]!);
  for (const match of text.matchAll(orderBehindNumber)) {
    const serial = readNumeral(match[1]!);
    const docNumber = serial ? makeDocNumber({ form: 'order', agencyCode: match[2]!, serial }) : null;
    if (docNumber) found.push({ start: match.index, end: match.index + match[0].length, docNumber, guessed: false });
  }
  for (const match of text.matchAll(announcementInText)) add(match, 'announcement', match[1]!, match[2], match[3]!);
  for (const match of text.matchAll(yearlessAnnouncementInText))
    add(match, 'announcement', match[1]!, undefined, match[2]!);
  for (const match of text.matchAll(numberedAnnouncementInText))
    add(match, 'announcement', match[1]!, match[2], match[3]!, match[4]);
  return found;
}

/**
 * Every 文号 in a text, in order, without overlaps; the members of a series (〔2019〕6、7号) one by one,
 * a range as one.
 * @param folded folded text (one unit for one): spans hold for the untouched text too
 * @param known agency codes met at unmistakable places of the same source
 * @param draft the text is being written: a number may lack its 号 or its brackets
 */
export function findDocNumbers(folded: string, known: ReadonlySet<string>, draft = false): NumberMatch[] {
  const all = [...findNamed(folded), ...findBracketed(folded, known, draft)].sort(
    (one, other) => one.start - other.start,
  );
  const kept: NumberMatch[] = [];
  for (const number of all) if (number.start >= (kept.at(-1)?.end ?? 0)) kept.push(number);
  return kept;
}

/** What a typed spelling of a number says. `canonical` stands only when nothing is missing. */
export interface TypedNumber {
  form?: DocNumber['form'];
  agencyCode?: string;
  year?: number;
  serial?: number;
  canonical?: string;
}

const typedLimit = 80;
const typedNumeral = `[${hanNumeral}○]`;
/** Group 1: a numeral; 六 of 六政办发 and 三 of 三财 are none. */
const typedToken = new RegExp(
  `(\\d+|${typedNumeral}{2,}(?![政府委办发])|${typedNumeral}(?=[年号第字]|[^${han}]|$))|[${letters}]`,
  'g',
);
/**
 * Words of the number's own frame; what is left of the letters is the code. 字 belongs to some
 * codes: 财字〔2015〕1号.
 */
const frame = /号文件?|文件|字第|[号年第]/g;
/** 201858: a year and a serial that nothing parts. */
const joinedNumerals = /^(\d{4}|[一二][〇零○一二三四五六七八九]{3})(\d{1,4}|[^百千]{1,5})$/;
/** 〔18〕, 18年: nobody types the older ones, so two digits up to 48 are of this century. */
const typedShortYear = new RegExp(`${open} ?(\\d{2}) ?年? ?${close}|(?<!\\d)(\\d{2}) ?年`);

/**
 * Reads a 文号 in any spelling that people type: brackets of every kind or none, blanks, full-width
 * digits, 第, leading zeros, missing 号, Chinese numerals, `2018 58号`, `58号文 2018`, `〔18〕58号`, a code
 * with one number.
 * @returns null when the text is no such spelling
 */
export function readDocNumber(spelling: string): TypedNumber | null {
  if (spelling.length > typedLimit) return null;
  const text = fold(spelling);
  const exact = readNumberLine(text.replace(/ /g, ''));
  if (exact) return exact;

  const { agencyCode, numerals } = takeTypedApart(withLongYear(text));
  if (numerals.length < 1 || numerals.length > 2 || agencyCode.length > 24) return null;
  const [first, second] = numerals.map((token) => readNumeral(token)!);
  const named = /(令|公告|通告)$/.exec(agencyCode)?.[1];
  const fourDigits = (value: number | undefined): value is number => value !== undefined && isYear(value);

  const result: TypedNumber = {};
  if (agencyCode) result.agencyCode = agencyCode;
  if (second !== undefined) {
    const yearFirst = fourDigits(first);
    if (!yearFirst && !fourDigits(second)) return null;
    result.year = yearFirst ? first : second;
    result.serial = yearFirst ? second : first!;
  } else if (fourDigits(first) && !/号/.test(text)) result.year = first;
  else result.serial = first!;

  if (!agencyCode && (result.year === undefined || result.serial === undefined)) return null;
  if (result.serial === 0) return null;
  result.form = named === '令' ? 'order' : named ? 'announcement' : 'bracketed';
  if (agencyCode && result.serial !== undefined && (result.year !== undefined || result.form === 'order')) {
    result.canonical = canonicalDocNumber({ ...result, form: result.form, agencyCode, serial: result.serial });
  }
  return result;
}

function takeTypedApart(text: string): { agencyCode: string; numerals: string[] } {
  const numerals: string[] = [];
  let words = '';
  for (const [token, numeral] of text.matchAll(typedToken)) {
    if (numeral !== undefined && readNumeral(numeral) !== null) numerals.push(numeral);
    else words += token;
  }
  const agencyCode = words.replace(frame, '');
  const joined = numerals.length === 1 && agencyCode !== '' ? joinedNumerals.exec(numerals[0]!) : null;
  if (joined && isYear(readNumeral(joined[1]!)) && readNumeral(joined[2]!))
    return { agencyCode, numerals: joined.slice(1) };
  return { agencyCode, numerals };
}

/** A year of two digits with four; text without one as it is. */
function withLongYear(text: string): string {
  return text.replace(typedShortYear, (written: string, bracketed?: string, plain?: string) => {
    const digits = bracketed ?? plain ?? '';
    const century = Number(digits) >= firstShortYear ? '19' : '20';
    return written.replace(digits, century + digits);
  });
}
