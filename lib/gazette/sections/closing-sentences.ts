import type { Line } from '../line';

const ownText =
  '本(?:通知|办法|规定|意见|决定|方案|细则|规则|条例|措施|规划|计划|预案|通告|公告|制度|规范|标准|文件|政策|令|批复|函|指引|指南|目录|清单|规程|要点|实施意见|实施办法|实施方案|实施细则|暂行办法|暂行规定)';
const closingWords = new RegExp(
  `^(?:${ownText}[^。]{0,40}(?:施行|实施|执行|生效|有效|解释|废止|试行|之日)|特此|此复|专此|以上(?:通知|意见|决定|规定|方案|措施|事项)|(?:请|望|希|希望)(?:各|你|有关|广大|全|受)[^。]{0,40}(?:执行|落实|贯彻|实施|遵照|办理|再接再厉|配合|努力|反映|报告))`,
);

/** Tells whether a sentence closes a whole text: 本通知自…起施行, 特此通知, 请各县区认真执行. */
export const closesText = (line: Line): boolean => closesWithWords(line.key);

/** As `closesText`, of folded words without blanks. */
export const closesWithWords = (key: string): boolean => closingWords.test(key.slice(0, 100));

/** Tells whether notes on the whole text begin at a line: 附注: 注释: 名词解释: */
export const startsNotes = (line: Line): boolean =>
  /^(?:附注|注释|附?:?名词解释|附?:?名词术语解释)(?:[:.]|$)/.test(line.key);

const longestValidity = 240;
const validity = new RegExp(`^(?:${ownText}|有效期|本市|自)[^。]{0,80}(?:施行|实施|执行|生效|试行|有效期|失效)`);
const validityTime = /自[^。]{0,30}(?:起|之日|日后)|有效期|试行期|[年月日]起|执行至/;

/** Tells whether a clause says when the text takes effect or ends: 本办法自发布之日起施行,有效期5年。 */
export const isValidity = (folded: string): boolean =>
  folded.length <= longestValidity && validity.test(folded.trimStart()) && validityTime.test(folded);
