import type { SearchResults } from '@/lib/db/queries/search';

/** “养老床位”见于 4 件文件、11 处: what was found, in words. */
export function countWords({ total, by, number, timedOut }: SearchResults, q: string): string {
  if (timedOut) return '检索没有完成';
  const { documents, sections, capped } = total;
  const counts = capped ? `超过 ${documents} 件文件` : `${documents} 件文件、${sections} 处`;
  if (by === 'citations')
    return documents === 0 ? '没有文件引用这个文号' : `引用${number?.canonical ?? q}的，${counts}`;
  return documents === 0 ? `没有找到“${q}”` : `“${q}”见于 ${counts}`;
}
