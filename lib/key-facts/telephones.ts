import type { TelephoneFact } from './facts';

const NUMBER =
  '(?:[（(]0\\d{2,3}[)）][-－—]?\\d{7,8}|0\\d{2,3}[-－—]?\\d{7,8}|400[-－—]?\\d{3,4}[-－—]?\\d{3,4}|[2-8]\\d{6,7}|1[02]\\d{3}|96\\d{3,4})';
/** 转8012: without it one reaches somebody else. */
const EXTENSION = '(?:(?:转分机|转|分机)\\d{1,5})?';
const WHOLE = `${NUMBER}${EXTENSION}`;
const LABELLED = new RegExp(
  `(?<label>[\\p{Script=Han}]{0,20}电话)(?:号码)?(?:为|是)?[：:]?(?<numbers>${WHOLE}(?:[、，,/／]${WHOLE}){0,4})(?![\\d\\-－—]|[（(]?(?:转|分机)|[个户人次件元万亿家名部通])`,
  'gu',
);
const INTRODUCTION = /^(?:如有疑问|有疑问)?(?:请|可)?(?:及时)?(?:拨打|致电|联系|通过|并附)(?=.{4})/u;

/** Finds numbers of offices to call, with the words that say whose they are. */
export function findTelephones(printed: string): TelephoneFact[] {
  const text = printed.replace(/\s+/gu, '');
  if (!text.includes('电话')) return [];
  return [...text.matchAll(LABELLED)].map(({ groups = {}, 0: sentence }) => ({
    kind: 'telephone',
    subject: (groups['label'] ?? '').replace(INTRODUCTION, ''),
    numbers: groups['numbers'] ?? '',
    sentence,
  }));
}
