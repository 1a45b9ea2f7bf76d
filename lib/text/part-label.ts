import { typesetText } from './typography';
import type * as ast from '@/lib/gazette/ast';

const annexedKinds = [
  '规划',
  '方案',
  '办法',
  '意见',
  '规定',
  '细则',
  '条例',
  '制度',
  '计划',
  '措施',
  '预案',
  '要点',
  '规则',
  '准则',
  '举措',
  '标准',
  '清单',
  '目录',
  '章程',
];

/** What a part is for the reader: 印发通知 · 公布令 · 印发的方案 · 附件1. */
export function partLabel(part: ast.Part, document: ast.Document): string {
  if (part.kind === 'notice') return noticeLabel(document);
  if (part.kind === 'attachment') return typesetText(part.label ?? '附件').replace(/[：:.．、\s]+$/u, '');
  const kind = annexedKinds.find((word) => part.title.replace(/[》）)\s]+$/u, '').endsWith(word));
  return `印发的${kind ?? '文本'}`;
}

function noticeLabel({ docNumber, genre, children }: ast.Document): string {
  const prints = children.some((part) => part.kind === 'annexed');
  if (docNumber?.form === 'order') return prints ? '公布令' : '令文';
  return prints && genre === '通知' ? '印发通知' : '正文';
}
