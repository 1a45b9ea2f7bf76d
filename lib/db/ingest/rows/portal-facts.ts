import { findDate, fold } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { subjectsOf } from '@/lib/subjects/subjects-of';
import { indexKey } from '@/lib/search/text/index-key';
import type { DocumentColumns } from './prepared';

/** Longest value that is no misread text, and that of a summary. */
const LONGEST = 100;
const LONGEST_SUMMARY = 1000;

/** The columns that the block of keys above a text fills. */
export const PORTAL_COLUMNS = [
  'indexNumber',
  'indexKey',
  'registration',
  'topic',
  'statedAgency',
  'statedSignedOn',
  'statedStartsOn',
  'statedEndsOn',
  'keywords',
  'summary',
  'statedValidity',
] as const satisfies readonly (keyof DocumentColumns)[];

/** What the block of keys above a text states of its document. */
export type PortalColumns = Required<Pick<DocumentColumns, (typeof PORTAL_COLUMNS)[number]>>;

/**
 * Gives what the block of keys above a text states of its document: 索引号, 主题分类, 有效性 …
 *
 * The block above an issue is about the issue, not about its documents.
 */
export function portalFacts(tree: ast.Gazette): PortalColumns {
  const documents = tree.children.filter(({ type }) => type === 'document');
  const isOfOne = tree.kind === 'standalone' && documents.length === 1;
  const fields = tree.children.flatMap((node) => (isOfOne && node.type === 'metadata' ? node.children : []));
  const valueOf = (keys: RegExp, longest = LONGEST): string | null => {
    const value = fields.find(({ key, value: written }) => keys.test(key) && written !== '')?.value ?? '';
    return value === '' || value.length > longest || /[\p{Cc}]/u.test(value) ? null : value;
  };
  const dayOf = (keys: RegExp): Date | null => {
    const day = findDate(fold(valueOf(keys) ?? ''));
    return day === null ? null : new Date(`${day}T00:00:00Z`);
  };
  const indexNumber = valueOf(/^(?:信息)?索引号$/);
  return {
    indexNumber,
    indexKey: indexNumber === null ? null : indexKey(indexNumber),
    registration: valueOf(/^(?:统一编号|统一登记号|登记号|规范性文件(?:登记号|编号))$/),
    topic: valueOf(/^主题分类$/),
    statedAgency: valueOf(/^(?:发布机构|发文机关|发文机构|发文单位|制发机关|制发机构)$/),
    statedSignedOn: dayOf(/^(?:成文日期|成文时间|发文日期)$/),
    statedStartsOn: dayOf(/^(?:施行日期|实施日期|生效日期)$/),
    statedEndsOn: dayOf(/^(?:废止日期|失效日期)$/),
    keywords: valueOf(/^(?:主题词|关键词)$/),
    summary: valueOf(/^内容概述$/, LONGEST_SUMMARY),
    statedValidity: valueOf(/^(?:有效性|时效性|效力状态)$/),
  };
}

/** Adds what is stated to the columns of a document, with the subjects that follow. */
export const withPortalFacts = (columns: DocumentColumns, facts: PortalColumns): DocumentColumns => ({
  ...columns,
  ...facts,
  subjects: subjectsOf({ title: columns.title, agency: columns.agency ?? null, topic: facts.topic ?? null }),
});
