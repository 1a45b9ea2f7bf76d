import 'server-only';
import { getClient } from '@/lib/db/client';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';
import { kindOfRelation } from '@/lib/validity/relation-kind';
import { VALIDITY_RELATIONS, type ValidityRelation } from '@/lib/validity/validity';

/** Most sentences that are read: a 清理 of hundreds of documents. */
const LIMIT = 1000;

/**
 * Lists the held documents that a document repeals, amends or corrects, each once.
 *
 * One trip to the database. What a sentence plans, supposes or tells of others is none.
 */
export async function listChangedDocuments({ id, title }: { id: number; title: string }): Promise<DocumentLink[]> {
  const rows = await getClient().citation.findMany({
    where: {
      documentId: id,
      aliasDefinition: false,
      targetDocumentId: { not: null },
      OR: [{ relation: { in: ['repeals', 'amends'] } }, { tie: 'corrects' }],
    },
    select: {
      relation: true,
      tie: true,
      sentence: true,
      words: true,
      wordsAt: true,
      locator: true,
      target: { select: documentLinkSelect },
    },
    orderBy: { position: 'asc' },
    take: LIMIT,
  });
  const changed = rows.flatMap(({ relation, tie, target, ...said }) => {
    const known = VALIDITY_RELATIONS.find((each): each is ValidityRelation => each === relation);
    const isChange =
      tie === 'corrects' || (known !== undefined && kindOfRelation({ ...said, relation: known }, title) !== null);
    return isChange && target && target.id !== id ? [target] : [];
  });
  return [...new Map(changed.map((document) => [document.id, document])).values()];
}
