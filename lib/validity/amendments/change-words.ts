import { hanNumber } from '@/lib/gazette';
import { formatDate } from '@/lib/text/format';
import type { ChangedArticle, ClauseChange, OpenReason } from './changes';

/** Why an operation is not worked in, as pages and files say it. */
export const REASON_WORDS: Record<OpenReason, string> = {
  noDay: '施行日期不明',
  unread: '修改的写法本站未能识别',
  noArticles: '正文没有可以逐条对应的条文',
  notFound: '正文中没有这一条',
  numbering: '此前的修改使条文序号无法确定',
  wordsNotFound: '条文中没有要修改的文字',
  wordsSeveral: '要修改的文字在条文中不止一处',
  placeUnclear: '修改的位置无法与正文逐一对应',
  noWords: '没有读到新的文字',
  doubted: '作出修改的文件自己已失效、被撤销或者被修改',
  neverInForce: '作出修改的文件在施行前已废止，修改没有生效',
  attachment: '附件整件的修改请看修改决定',
  table: '表格照登，新的表请看修改决定',
  outline: '这里没有条款，只能逐字替换',
  earlier: '此前有一处修改未能整理',
};

/** 第九条之一, as it is called now. */
export const nameArticle = ({
  name,
  ordinal,
  inserted,
}: Pick<ChangedArticle, 'name' | 'ordinal' | 'inserted'>): string =>
  name ?? `第${hanNumber(ordinal)}条${inserted > 0 ? `之${hanNumber(inserted)}` : ''}`;

/** What one change does, in a few words: 修改, 删去. */
export function changeVerb({ operation: { kind, adds, place, isRepeal }, status, reason }: ClauseChange): string {
  if (status === 'open') return `有修改，本站未能整理（${REASON_WORDS[reason ?? 'placeUnclear']}）`;
  if (kind === 'insert' && adds === 'article') return '增加';
  if (kind === 'delete' && isRepeal) return '废止';
  if (kind === 'delete' && /条(?:之.)?$/.test(place)) return '删去';
  return kind === 'renumber' ? '改变序号' : '修改';
}

/** What is said of a change whose decision was repealed afterwards, or nothing. */
export const endedWords = ({ operation: { endedFrom }, status }: ClauseChange): string =>
  status === 'done' && endedFrom ? `该决定自${formatDate(endedFrom)}起废止，条文仍照它修改后的文字整理` : '';

/** 自2023年7月1日起; empty where nobody knows. */
export const sinceWords = (day: Date | null): string => (day === null ? '' : `自${formatDate(day)}起`);
