import { TOTAL_CAP, type SearchAnswer } from '@/lib/search/engine';

/** “养老床位”见于 4 件文件、11 节: what was found, in words. A search by conditions alone counts documents. */
export function countWords({ total, by, number, timedOut }: SearchAnswer, q: string): string {
  if (timedOut) return '检索没有完成';
  const { documents, sections, capped } = total;
  if (by === 'citations') {
    const name = number?.canonical ?? q;
    return documents === 0 ? `还没有文件引用${name}` : `${documents} 件文件引用了${name}，共 ${countUpTo(total, '次')}`;
  }
  if (documents === 0) {
    if (q === '') return '没有符合条件的文件';
    return number && number.documents.length > 0 ? `没有文件在文字里写着“${q}”` : `没有找到“${q}”`;
  }
  const files = `${capped ? `至少 ${documents}` : documents} 件文件`;
  if (q === '') return `符合条件的有 ${files}`;
  if (by === 'scattered') return `没有一处同时写着“${q}”，分开写到这些词的有 ${files}`;
  return sections === 0 ? `“${q}”有 ${files}` : `“${q}”见于 ${files}、${countUpTo(total, '节')}`;
}

/** 11 节, or 1,000 节以上 where there are more than are counted; citations are counted by 次. */
const countUpTo = ({ sections, capped }: SearchAnswer['total'], unit: '节' | '次'): string =>
  capped ? `${TOTAL_CAP.toLocaleString('en-US')} ${unit}以上` : `${sections.toLocaleString('en-US')} ${unit}`;
