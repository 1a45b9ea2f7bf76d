import type * as ast from '../ast';
import { listCitations, listSectionTexts } from '../tree/outline';
import { listAmendmentGroups, skeletonOf, type AmendmentGroup } from './amendment-groups';
import { readAmendments, type AmendmentReading } from './amendment-rules';

/** One thing that a sentence of a decision does to another text. */
export interface AmendmentOperation extends AmendmentReading {
  /** Address of the section that holds the sentence. */
  address: string;
  /** As printed, with the words that it gives. */
  sentence: string;
  /** Position of the citation that names the changed document, from 1. */
  citation: number;
}

const leads = /(?:作|做|进行)(?:出|了)?(?:如下|以下|相应|部分)?(?:修改|修订)|修改如下/;
const longestSentence = 4000;

/**
 * Lists what a decision does to clauses of other documents, in its order.
 *
 * A sentence is about the document that it names itself, else about the one that 对《…》作如下修改
 * named last. Where that names several, nobody knows, and nothing is read.
 */
export function listAmendments(document: ast.Document): AmendmentOperation[] {
  const positions = new Map(
    listCitations(listSectionTexts(document)).map(({ citation }, at) => [citation, at + 1] as const),
  );
  const isDecision = /修改|修正|修订/.test(document.title);
  return document.children
    .filter(({ kind }) => kind !== 'attachment')
    .flatMap((part) => {
      let governing: Governing | null = null;
      const leading = new Set<number>();
      return listAmendmentGroups(part).flatMap((group) => {
        const [line = ''] = group.lines;
        const amended = group.citations.filter(({ relation }) => relation === 'amends');
        if (governing && !isWithin(group.address, governing.address, part.id)) governing = null;
        if ((leads.test(line) || amended.length > 0) && endsOpen.test(line) && !line.includes('“')) {
          // Where it names none or several, nobody knows what follows is about.
          const position = positionOf(theOnly(amended), positions);
          governing = position === null ? null : { position, address: group.address };
          if (position !== null) leading.add(position);
        }
        const own = isNamedInFront(group) ? group.citations[0] : theOnly(amended);
        const governed = amended.length > 1 ? null : (governing?.position ?? null);
        const citation = own ? positionOf(own, positions) : governed;
        return readGroup(group).flatMap((reading) => {
          const isOfAll = reading.kind === 'adjust' && allAbove.test(line);
          // What is not read in a text that only mentions a document may be about anything.
          if (reading.kind === 'unread' && !(isDecision || governing)) return [];
          const about = isOfAll ? [...leading] : citation === null ? [] : [citation];
          return about.map((each) => ({
            ...reading,
            address: group.address,
            sentence: group.lines.join('\n').slice(0, longestSentence),
            citation: each,
          }));
        });
      });
    });
}

/** 对《…》作如下修改: and the section below which that holds. */
interface Governing {
  /** Of the citation. */
  position: number;
  address: string;
}

/** In the part itself it holds to the end; in a section for what stands in it. */
const isWithin = (address: string, governing: string, part: string): boolean =>
  governing === part || address === governing || address.startsWith(`${governing}.`);

/** Behind other words: 上述文件根据本决定作相应修改,条文顺序相应调整. */
const adjusts = /(?:顺序|序号)(?:作)?相应(?:调整|顺延)/;
/** 上述文件…条文顺序相应调整: of all of them. */
const allAbove = /上述|以上|所列/;
/** 对《…》作如下修改: what follows is about it. */
const endsOpen = /[:：]\s*$/;

const positionOf = (
  citation: ast.Citation | null | undefined,
  positions: ReadonlyMap<ast.Citation, number>,
): number | null => (citation ? (positions.get(citation) ?? null) : null);

/** One citation; null for several. */
const theOnly = (citations: readonly ast.Citation[]): ast.Citation | null =>
  citations.length === 1 ? citations[0]! : null;

/** In front of a clause: the document that it is about. */
const namedInFront =
  /^(?:自\d{4}年\d{1,2}月\d{1,2}日起,)?(?:将|对|把|在|删[去除])?《[^《》]*》(?:\([^()]*\))?(?:的|中的?)?/;

const isNamedInFront = ({ lines, citations }: AmendmentGroup): boolean =>
  citations.length > 0 && namedInFront.test(skeletonOf(lines)?.words ?? '');

function readGroup({ lines, citations }: AmendmentGroup): AmendmentReading[] {
  const skeleton = skeletonOf(lines);
  if (!skeleton) return /修改|修订/.test(lines[0]!) ? [{ kind: 'unread', place: '' }] : [];
  const { quotations } = skeleton;
  const named = citations.length > 0 ? namedInFront.exec(skeleton.words)?.[0] : undefined;
  const removes = named && /删[去除]《/.test(named) ? '删去' : '';
  const words = named === undefined ? skeleton.words : removes + skeleton.words.slice(named.length);
  // 对《…》作如下修改: alone does nothing.
  if (
    /^(?:.*(?:作|做|进行)[^:]{0,8}(?:修改|修订)|.*修改如下)[:。;]?$/.test(words) ||
    (quotations.length === 0 && !/删|改为|替换|增加|相应/.test(words))
  )
    return [];
  const readings = readAmendments(words, quotations);
  const isAdjusted = adjusts.test(words) && !readings.some(({ kind }) => kind === 'adjust');
  return isAdjusted ? [...readings, { kind: 'adjust', place: '' }] : readings;
}
