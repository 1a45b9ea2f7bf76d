import type * as ast from '../ast';
import { fold, isBlank, keyOf } from '../words/chars';
import { lastDayOf } from './spans';
import { innerTitles } from '../words/titles';
import { isAddressed, ownBlocks, type Addressed } from '../tree/outline';
import { readValidityWords, type ValidityReading } from './validity-words';
import { childrenOf } from '../tree/walk';

/** A sentence in which a document says from when or until when it is itself in force. */
export interface ValidityClause {
  /** Address of the section that holds it. */
  address: string;
  kind: 'starts' | 'ends';
  /** The words that say it, as printed, and where they stand in the sentence (UTF-16 units). */
  words: string;
  sentence: string;
  wordsAt: number;
  /** First or last day in force, `YYYY-MM-DD`; absent where the text does not tell it. */
  day?: string;
}

/**
 * Finds what a document says of its own validity, in the order of its text. Doubtful sentences (of
 * a permit, of another document, of one provision) give nothing: a clause counts where its subject
 * is the document (本办法, 本政策措施), where it follows such a clause, or where it stands without a
 * subject at the very end. Spans are reckoned from the first day in force that the document names,
 * and from the day it was signed where it says 自发布之日起.
 */
export function listValidityClauses(document: ast.Document): ValidityClause[] {
  const found = document.children
    .filter((part) => speaksForDocument(part, document))
    .flatMap((part) => {
      const issuedOn = issueDay(part, document);
      return listRuns(part).flatMap((run) => readRun(run).map((clause) => ({ ...clause, issuedOn })));
    });
  const starts = found.filter(({ reading }) => reading.kind === 'starts');
  return found.map(({ reading, issuedOn, ...clause }) => {
    const day = dayOf(
      reading,
      issuedOn,
      starts.map((start) => dayOf(start.reading, start.issuedOn)),
    );
    return { ...clause, kind: reading.kind, ...(day === undefined ? {} : { day }) };
  });
}

/**
 * The day that a reading tells; `starts` are the first days in force that the document names,
 * unknown ones among them.
 */
function dayOf(
  reading: ValidityReading,
  issuedOn: string | undefined,
  starts: (string | undefined)[] = [],
): string | undefined {
  const { day, onIssue, months } = reading;
  if (day !== undefined) return day;
  const first = onIssue ? issuedOn : new Set(starts).size === 1 ? starts[0] : undefined;
  if (months === undefined) return onIssue ? issuedOn : undefined;
  return first === undefined ? undefined : lastDayOf(first, months);
}

/** An attachment speaks for the document when the document was made to issue it. */
function speaksForDocument(part: ast.Part, document: ast.Document): boolean {
  if (part.kind !== 'attachment') return true;
  const title = keyOf(part.title);
  return title !== '' && innerTitles(document.title).some((inner) => inner === title || keyOf(inner) === title);
}

/**
 * The day of 发布之日. A text that is passed on (转发) was issued by others, on the day it bears itself.
 */
function issueDay(part: ast.Part, document: ast.Document): string | undefined {
  const signature = part.children.find((child) => child.type === 'signature');
  if (signature?.signedOn) return signature.signedOn;
  return part.kind !== 'notice' && /转发/.test(document.title) ? undefined : document.signedOn;
}

/** A run of text that may hold a clause. */
interface Run {
  address: string;
  text: string;
  /** Offset in the source, to put runs in order. */
  at: number;
  /**
   * A clause without a subject is about the document: the run closes its part, stands below 附则, or
   * is its 附注.
   */
  closing: boolean;
}

const closingHeading =
  /^(?:附则|其他(?:事项|规定)?|(?:施行|生效)(?:时间|日期)?|(?:政策|文件)?(?:施行|执行|有效)期限?|(?:施行|实施|执行|生效)(?:日期|时间)?[和与及](?:有效期限?|解释)|(?:有效期限?|解释)[和与及](?:施行|实施|执行|生效).*)$/;

function listRuns(part: ast.Part): Run[] {
  const runs: Run[] = [];
  const lastSection = part.children.findLast((child) => child.type === 'section');
  const add = (node: Addressed, isClosing: boolean): void => {
    if (node.type === 'table' || node.type === 'callout') return;
    const isNamed =
      node.type === 'section' && closingHeading.test(keyOf(textOfRun(node.heading)).replace(/[。.:]$/, ''));
    const closing = isClosing || (isNamed && node === lastSection);
    if (node.type === 'section') runs.push(runOf(node.id, node.heading, node, closing));
    for (const block of ownBlocks(node)) runs.push(...runsOf(block, node.id, closing));
    for (const child of node.children) if (isAddressed(child)) add(child, closing);
  };
  add(part, false);
  runs.sort((one, other) => one.at - other.at);
  const last = runs.findLast(({ text, closing }) => text !== '' && !closing);
  return runs.map((run) => (run === last ? { ...run, closing: true } : run));
}

const runOf = (address: string, children: readonly ast.Phrasing[], { position }: ast.Node, closing: boolean): Run => ({
  address,
  text: textOfRun(children),
  at: position.start.offset,
  closing,
});

/** Words that an amendment puts into another document are not its own. */
function runsOf(node: ast.Node, address: string, closing: boolean): Run[] {
  if (node.type === 'paragraph') return node.role === 'quote' ? [] : [runOf(address, node.children, node, closing)];
  if (node.type === 'note') return [runOf(address, node.children, node, true)];
  if (node.type === 'listItem') return [runOf(address, node.children, node, closing)];
  return node.type === 'list' ? childrenOf(node).flatMap((child) => runsOf(child, address, closing)) : [];
}

const textOfRun = (run: readonly ast.Phrasing[]): string =>
  run.map((child) => (child.type === 'residue' ? '' : child.value)).join('');

/** A clause without what other clauses are needed for: its day. */
interface Found extends Omit<ValidityClause, 'kind' | 'day'> {
  reading: ValidityReading;
}

const sentences = /[^。!?]*[。!?]?/g;
const clauses = /[^,;。!?]+/g;
const longestRun = 20_000;

function readRun({ address, text, closing }: Run): Found[] {
  if (text.length > longestRun || !mayTell.test(text)) return [];
  const found: Found[] = [];
  // What the last clause was about: the document, another thing, or (at the end of a text) nothing
  // that is named.
  let own = closing;
  let quotes = 0;
  for (const [printed] of text.matchAll(sentences)) {
    const sentence = keyWithPlaces(printed);
    const head = printed.length - printed.trimStart().length;
    let ended = false;
    for (const clause of sentence.key.matchAll(clauses)) {
      quotes += countOf(clause[0], '“') - countOf(clause[0], '”');
      const read = readClause(clause[0], own);
      own = read.own;
      if (quotes > 0) continue;
      for (const { reading, from, to } of read.found) {
        // 有效期5年,期满自行失效 says one thing.
        if (reading.kind === 'ends' && reading.day === undefined && reading.months === undefined && ended) continue;
        ended ||= reading.kind === 'ends';
        const start = sentence.places[clause.index + from]!;
        const words = printed.slice(start, sentence.places[clause.index + to - 1]! + 1);
        found.push({ address, words, sentence: printed.trim(), wordsAt: start - head, reading });
      }
    }
  }
  return found;
}

const mayTell = /行|效|期|止|用|施/;
const countOf = (text: string, character: string): number => text.split(character).length - 1;

/** Folded text without blanks, and where each of its characters stands in the text. */
function keyWithPlaces(text: string): { key: string; places: number[] } {
  const folded = fold(text);
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isBlank(text[at]!));
  return { key: places.map((at) => folded[at]!).join(''), places };
}

const adjective =
  '(?:实施|暂行|试行|管理|若干|政策|行动|工作|扶持|支持|奖励|专项|配套|补充|过渡|指导|具体|优惠|惠企|纾困|系列)';
const ownWords =
  '(?:通知|办法|规定|意见|决定|决议|方案|细则|规则|条例|措施|举措|规划|计划|预案|通告|公告|制度|规范|标准|文件|政策|令|批复|函|指引|指南|目录|清单|名录|规程|规范性文件|章程|准则|导则|要点|纲要|协议)';
/** 本办法, 本《若干政策措施》(试行), 以上政策措施 at the end of a text. */
const ownSubject = new RegExp(`^本《?${adjective}{0,4}${ownWords}》?(?:\\((?:试行|暂行|以下简称[^()]{1,20})\\))?`);
/** In front of a subject or of the words: 另外, (八). */
const leadIn = /^(?:另外|此外|同时|并|且|但|现|特此通知)?[(:]?/;
/** 施行日期: what follows says it. */
const label = /^(?:施行|实施|执行|生效|有效|试行)(?:日期|时间|期限|期):/;
const afterSubject =
  /^(?:及其?附件|等)?(?:经[^,;]{1,24}?(?:同意|批准|通过)(?:后|之后)?)?(?:[,]|将|应当|应|统一|一律|均|的)?/;
/** Clauses between two of validity that change no subject: 由市财政局负责解释, 《…》同时废止. */
const aside = /^[(]此件|解释$|负责解释|废止[)]?$|^特此|^经[^,;]{1,30}(?:同意|批准|通过|评估)/;

/** Reads one clause; `own` tells whether one without a subject is about the document. */
function readClause(
  clause: string,
  own: boolean,
): { own: boolean; found: { reading: ValidityReading; from: number; to: number }[] } {
  let at = leadIn.exec(clause)![0].length;
  const skip = (pattern: RegExp): boolean => {
    const length = pattern.exec(clause.slice(at))?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  const isOwn = skip(ownSubject);
  if (isOwn) skip(afterSubject);
  skip(label);
  const found: { reading: ValidityReading; from: number; to: number }[] = [];
  for (let read = readValidityWords(clause.slice(at)); read; read = readValidityWords(clause.slice(at))) {
    for (const reading of read.readings) found.push({ reading, from: at, to: at + read.length });
    at += read.length;
    skip(/^[()、和并且同时]{1,3}/); // 自发布之日起施行(有效期5年)
  }
  const about = isOwn || own;
  if (found.length > 0) return { own: about, found: about ? found : [] };
  return { own: (about && aside.test(clause)) || (isOwn && at === clause.length), found };
}
