import type * as ast from '../ast';
import type { DayColumnKind } from '../tree/day-columns';
import { keyOf } from '../words/chars';

/** Words above a list that say what becomes of the documents in it. */
export const listedRelationRules: readonly { relation: ast.Relation; specimen: string; words: RegExp }[] = [
  { relation: 'repeals', specimen: '废止的行政规范性文件目录', words: /废止|失效|作废|不再保留|不予保留|停止执行/ },
  {
    relation: 'extends',
    specimen: '继续有效的行政规范性文件目录',
    words:
      /继续有效|现行有效|继续实施|继续执行|予以保留|(?<!不再|不予)保留的|^保留|(?<!不再|不予)(?:延长|延续|顺延)(?:有效期限?)?(?:至|到|为)?(?:\d{4}年|[\d一二两三四五六七八九十]{1,3}年)/,
  },
  { relation: 'amends', specimen: '修改的行政规范性文件目录', words: /修改|修订/ },
  { relation: 'implements', specimen: '1.2 编制依据', words: /(?:编制|制定|规划|政策|法律)依据/ },
];
const longestHeading = 60;
const longestVerdict = 10;
const namesList = /依据|目录|清单|名录|名单|一览|文件|规章|办法|规定|下列|以下|如下|\d件/;

/** 拟废止的文件目录, 废止与否: nothing is decided yet. */
const undecided = /拟(?:予以|予)?(?:废止|修改|修订|保留|继续|失效)|建议|征求意见|是否|与否/;

function onlyRelation(key: string): ast.Relation | undefined {
  if (undecided.test(key)) return undefined;
  const said = listedRelationRules.filter(({ words }) => words.test(key));
  return said.length === 1 ? said[0]!.relation : undefined;
}

/**
 * Reads what words above a list say of the documents in it: 废止的文件目录, 决定废止以下文件.
 * @returns undefined where they say nothing, or two things (废止和修改)
 */
export function listedRelation(words: string): ast.Relation | undefined {
  const key = keyOf(words);
  // A sentence is about its own matter: 五、废止和失效的文件自本通知印发之日起不再作为依据。
  return key.length <= longestHeading && !key.includes('。') && namesList.test(key) ? onlyRelation(key) : undefined;
}

const verdict = /^(?:予以|宣布|自行|已)?(?:废止|失效|继续有效|修改|修订|保留)(?=$|[,。;(:、])/;
/** 有效, 有效期延长至2026年12月31日: it goes on. */
const goesOn = /^(?:现行|继续)?有效(?=$|[,。;(])|^(?:有效期限?)?(?:延长|延续)(?:有效期限?)?(?:至|到)\d{4}年/;
/** 部分废止; 第四条、第七条予以废止,其余继续有效: it is changed. */
const endsPart =
  /^(?:部分|个别)(?:条款|内容|条文)?(?:予以|宣布)?(?:废止|失效)|^(?:废止|宣布失效)(?:部分|个别|第)|^(?:第[^,。;]{1,6}[条款项章节][、和及]?){1,12}(?:予以|宣布|同时)?(?:废止|失效|停止执行)/;
/** 待评估后废止, 适时修改: nothing is decided yet. */
const toBeDecided = /拟|待|适时|另行|视情|评估后|研究|论证|建议|征求意见|是否|与否/;

/** Reads what a cell says of the document in its row: 废止, 继续有效, 废止,已被地方性法规替代. */
export function verdictOf(cell: string): ast.Relation | undefined {
  const key = keyOf(cell);
  if (toBeDecided.test(key.slice(0, longestHeading))) return undefined;
  if (goesOn.test(key)) return 'extends';
  if (endsPart.test(key)) return 'amends';
  const first = verdict.exec(key)?.[0];
  if (first !== undefined) return onlyRelation(first);
  return key.length <= longestVerdict ? onlyRelation(key) : undefined;
}

/** A cell that is an outcome and nothing else; 上位法已修改 is a reason. */
const outcome = /^(?:予以|宣布|自行)?(?:部分)?(?:废止|失效|继续有效|现行有效|有效|修改|修订|保留|停止执行)$/;

/**
 * Reads what a row says of its document; nothing where two of its cells differ.
 * Cells that are outcomes and nothing else go before cells with reasons.
 * @param days columns of days in which the row has one
 * @param decides whether these days alone say it: 废止时间 in a 清理结果
 */
export function rowRelation(
  cells: readonly string[],
  listed: ast.Relation | undefined,
  days: readonly DayColumnKind[] = [],
  decides = false,
): ast.Relation | undefined {
  const outcomes = cells.filter((cell) => outcome.test(keyOf(cell)));
  const said = new Set((outcomes.length > 0 ? outcomes : cells).flatMap((cell) => verdictOf(cell) ?? []));
  if (said.size > 1) return undefined;
  const relation = [...said][0] ?? listed;
  // It goes on, and its day of repeal is named: nobody can tell.
  if (relation === 'extends' && days.includes('repealed')) return undefined;
  if (relation !== undefined || !decides || cells.some((cell) => toBeDecided.test(keyOf(cell)))) return relation;
  const ofDays = new Set(days.map((kind) => (kind === 'until' ? 'extends' : 'repeals')));
  return ofDays.size === 1 ? [...ofDays][0] : undefined;
}

/** 拟废止的文件目录: nothing is decided of what stands below. */
export const isUndecided = (words: string): boolean => undecided.test(keyOf(words));

/** The title of a document that decides which others go on. */
export const isReview = (title: string): boolean =>
  /清理|废止|失效|(?:继续|现行)有效|有效期/.test(keyOf(title)) && !isUndecided(title);
