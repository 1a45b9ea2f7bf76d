import type * as ast from '../ast';
import { keyOf } from '../words/chars';

/** Words above a list that say what becomes of the documents in it. */
export const listedRelationRules: readonly { relation: ast.Relation; specimen: string; words: RegExp }[] = [
  { relation: 'repeals', specimen: '废止的行政规范性文件目录', words: /废止|失效|作废|不再保留|不予保留|停止执行/ },
  {
    relation: 'extends',
    specimen: '继续有效的行政规范性文件目录',
    words: /继续有效|继续实施|继续执行|予以保留|(?<!不再|不予)保留的|^保留/,
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

/** Reads what a cell says of the document in its row: 废止, 继续有效, 废止,已被地方性法规替代. */
export function verdictOf(cell: string): ast.Relation | undefined {
  const key = keyOf(cell);
  if (key.length <= longestVerdict) return onlyRelation(key);
  return onlyRelation(verdict.exec(key)?.[0] ?? '');
}
