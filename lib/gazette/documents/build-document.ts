import type * as ast from '../ast';
import { positionAround } from '../source';
import { genreOf } from '../words/titles';
import { buildPart } from './build-part';
import type { Surroundings } from './build-part';
import { announcedTitle, closeUp, firstWords, joinTitle, notedDate, notedNumber, titleOfEntry } from './document-title';
import type { Head } from './head';
import { agenciesOf } from './issuers';
import { PartFinder } from './part-finder';

/** Builds one document from its head to the line where the next one begins. */
export function buildDocument(surroundings: Surroundings, found: Head, to: number): ast.Document {
  const { source, lines, messages } = surroundings;
  const noted = found.docNumber ? undefined : notedNumber(lines, found, to);
  const head = noted ? { ...found, docNumber: noted } : found;
  const titleLines = lines.slice(head.titleFrom, head.titleTo);
  const ownTitle = joinTitle(source, titleLines) || titleOfEntry(head) || head.named || '';
  const parts = buildParts(surroundings, head, to, ownTitle);
  const notice = parts[0]!;
  const signature = signatureOf(notice) ?? parts.map(signatureOf).find(Boolean);
  const letterhead = head.letterhead.map((index) => closeUp(source.slice(lines[index]!.span))).join(' ') || undefined;
  const title =
    ownTitle ||
    parts.find((part) => part.kind === 'annexed')?.title ||
    announcedTitle(notice, head) ||
    letterhead?.replace(/文件$/, '') ||
    head.docNumber?.canonical ||
    firstWords(lines, head, to);
  // An order prints no title above its words: it is called as the document is.
  if (notice.kind === 'notice' && notice.title === '') notice.title = title;
  const agency = agenciesOf({ signature, title: titleLines, letterhead, docNumber: head.docNumber });
  const signedOn = signature?.signedOn ?? notedDate(lines, head, to);
  if (!signature) {
    const reason = `${head.docNumber?.canonical ?? title}: no signature was found`;
    messages.add('signature-missing', 'info', reason, lines[head.from]!.span);
  }
  const genre = genreOf(title) ?? (head.docNumber?.form === 'order' ? '令' : undefined);
  return {
    type: 'document',
    ...(head.docNumber ? { docNumber: head.docNumber } : {}),
    title,
    ...(genre ? { genre } : {}),
    ...(letterhead ? { letterhead } : {}),
    ...(agency ? { agency } : {}),
    ...(signedOn ? { signedOn } : {}),
    children: parts,
    position: positionAround(parts),
  };
}

function buildParts(surroundings: Surroundings, head: Head, to: number, title: string): ast.Part[] {
  const ids = new Map<string, number>();
  const counts = { notice: 0, annexed: 0, attachment: 0 };
  return new PartFinder(surroundings.lines, head, to, title)
    .find()
    .filter((range) => range.to > range.from)
    .map((range) => buildPart(surroundings, ids, range, head, ++counts[range.kind]));
}

const signatureOf = ({ children }: ast.Part): ast.Signature | undefined =>
  children.find((block) => block.type === 'signature');
