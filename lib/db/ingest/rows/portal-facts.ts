import type * as ast from '@/lib/gazette/ast';
import { indexKey } from '@/lib/search/text/index-key';
import type { DocumentColumns } from './prepared';

/** Longest value that is no misread text. */
const LONGEST = 100;

/**
 * Gives what the block of keys above a text states of its document: 索引号, 主题分类, 有效性.
 *
 * The block above an issue is about the issue, not about its documents.
 */
export function portalFacts(
  tree: ast.Gazette,
): Pick<DocumentColumns, 'indexNumber' | 'indexKey' | 'topic' | 'statedValidity'> {
  const documents = tree.children.filter(({ type }) => type === 'document');
  const isOfOne = tree.kind === 'standalone' && documents.length === 1;
  const fields = tree.children.flatMap((node) => (isOfOne && node.type === 'metadata' ? node.children : []));
  const valueOf = (keys: RegExp): string | null => {
    const value = fields.find(({ key, value: written }) => keys.test(key) && written !== '')?.value ?? '';
    return value === '' || value.length > LONGEST || /[\p{Cc}]/u.test(value) ? null : value;
  };
  const indexNumber = valueOf(/^(?:信息)?索引号$/);
  return {
    indexNumber,
    indexKey: indexNumber === null ? null : indexKey(indexNumber),
    topic: valueOf(/^主题分类$/),
    statedValidity: valueOf(/^(?:有效性|时效性|效力状态)$/),
  };
}
