import type { PrismaClient } from '@/lib/db/generated/client';
import { groupBy } from '@/lib/collections/group-by';

/**
 * Counts the rows of CitedNumber and MentionCount from all citations, for comparison.
 *
 * The ingest keeps these counts up to date by what changes.
 */
export async function recount(prisma: PrismaClient) {
  const citations = await prisma.citation.findMany({
    where: { aliasDefinition: false, docNumber: { not: null } },
    include: { document: { select: { docNumber: true, orderedOn: true } } },
  });
  const held = new Set((await prisma.document.findMany()).map(({ docNumber }) => docNumber));
  const mentions = citations.filter(({ docNumber, document }) => docNumber !== document.docNumber);
  const citedNumbers = [...groupBy(mentions, ({ docNumber }) => docNumber!)].map(([docNumber, own]) => {
    const titles = groupBy(
      own.filter(({ title }) => title !== null),
      ({ title }) => title!,
    );
    const { agencyCode, year, serial } = own[0];
    return {
      docNumber,
      agencyCode,
      year,
      serial,
      documents: new Set(own.map(({ documentId }) => documentId)).size,
      mentions: own.length,
      title:
        [...titles].sort((one, other) => other[1].length - one[1].length || compare(one[0], other[0]))[0]?.[0] ?? null,
      newestOn: own.map(({ document }) => document.orderedOn).reduce((one, other) => (one > other ? one : other)),
      held: held.has(docNumber),
    };
  });
  const alike = groupBy(mentions, ({ docNumber, relation, title }) => JSON.stringify([docNumber, relation, title]));
  const mentionCounts = [...alike.values()].map((own) => {
    const { docNumber, relation, title } = own[0];
    return { docNumber: docNumber!, relation, title: title ?? '', mentions: own.length };
  });
  return { citedNumbers: sorted(citedNumbers), mentionCounts: sorted(mentionCounts) };
}

/** Sorts rows in an order that depends on their content alone. */
export const sorted = <Row>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other)));

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
