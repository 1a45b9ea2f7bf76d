import { formatDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import type { StatementKind, StatementPlace, Validity, ValidityStatement } from '@/lib/validity/validity';

/** What a decision does, behind its name: 被示政发〔2023〕1号废止. */
const DONE: Partial<Record<StatementKind, string>> = { repeals: '废止', amends: '修改', repealsPart: '废止部分条款' };

/**
 * Says in a few words why a document stands as it does.
 * @returns 有效期至2025年12月31日, or 自2023年7月1日起被示政发〔2023〕1号废止; null where nothing is known
 */
export function explainStanding({ state, proof }: Pick<Validity, 'state' | 'proof'>): string | null {
  const [first] = proof;
  if (state === 'unknown' || !first) return null;
  if (state === 'conflict') return '来源中的几处说法不能同时成立，本站不作取舍';
  return explainStatement(first);
}

/**
 * Says to whom a link is passed on that its document no longer holds.
 * @returns 【已失效：有效期至2025年12月31日】; empty where it holds, or nothing is known
 */
export function warnOfStanding(validity: Pick<Validity, 'state' | 'proof'>): string {
  if (validity.state === 'unknown' || validity.state === 'inForce') return '';
  const why = explainStanding(validity);
  return `【${VALIDITY_WORDS[validity.state]}${why === null ? '' : `：${why}`}】`;
}

function explainStatement({ kind, day, until, place, source }: ValidityStatement): string | null {
  if (kind === 'stated') return day ? `来源网页标注，${formatDate(day)}` : '来源网页标注';
  if (kind === 'ends') return day && `有效期至${formatDate(day)}`;
  if (kind === 'extends') return until ? `有效期延长至${formatDate(until)}` : place && `${nameOf(place)}宣布继续有效`;
  if (kind === 'starts') return day && `自${formatDate(day)}起施行`;
  const since = day ? `自${formatDate(day)}起` : '';
  if (!place) return source === null ? null : `${since}依据编辑更正`;
  return `${since}被${nameOf(place)}${DONE[kind] ?? ''}`;
}

const nameOf = ({ docNumber, title }: StatementPlace): string => docNumber ?? `《${typesetText(title)}》`;
