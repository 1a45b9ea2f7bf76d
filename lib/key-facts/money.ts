const COUNTED =
  '人次|人|户|学生|生|床位|床|亩|餐|次|年|月|天|日|学期|平方米|立方米|吨|千瓦时|辆|头|只|公里|间|套|件|名|家|个|班次|班|小时';

/** 每人每月, 每户 */
export const PER = `(?:每(?:${COUNTED})){1,3}`;
/** 6,400.5 */
export const AMOUNT = '\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?';
export const UNIT = '万元|元|[%％]';
/** /人·月 behind 元 */
export const BEHIND = `(?:[/／](?:${COUNTED})(?:[·•/／](?:${COUNTED}))?)`;

/** Gives the figure of an amount as a number. */
export const figureValue = (figure = ''): number => Number(figure.replace(/[,，]/gu, ''));

/** 元 with 每人每月 or /人·月: 元/人·月. */
export function unitWith(unit: string, per: string | undefined, behind?: string): string {
  const plain = unit.replace('％', '%');
  const counted =
    per !== undefined ? per.split('每').filter(Boolean) : (behind ?? '').split(/[·•/／]/u).filter(Boolean);
  return counted.length === 0 ? plain : `${plain}/${counted.join('·')}`;
}

/** Words that say what was reached, is aimed at or is only thought of: no standard. */
const NO_STANDARD = new RegExp(
  [
    '已经|达到|累计|同比|年均|比上年|较上年|上年|去年|前年|增幅|目前|截至|实现了|完成了|年来|以来',
    '从(?:19|20)\\d{2}年(?!(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:起|开始))',
    '(?:^|[，,])(?:19|20)\\d{2}年(?:度)?[，,]|到(?:19|20)\\d{2}年|(?:19|20)\\d{2}年底前',
    '拟|力争|争取|计划(?:将|把|对|到|在|用|从|于|新)|建议|研究(?!决定|同意|开发|院|所|生|机构|中心|型)|探索|逐步|有条件|征求意见|不得|禁止|严禁|未经|不再|并非|全国|全省|鼓励(?:各|有|县|企业|支持)',
    '^(?:如|若|假如|假设|例如|比如|譬如)|[，,](?:如|若)(?!下)|《[^《》]*》[^，,。]{0,6}(?:规定|明确|要求|提出)[：:，,]?[“"]',
  ].join('|'),
  'u',
);

/** Whether a sentence tells of no standard that is set by it. */
export const setsNothing = (sentence: string): boolean => NO_STANDARD.test(sentence);

/** What takes back or limits what stands before it. */
export const EXCEPT = /除外|^[，,]?但|[，,]但|不含|不包括|超过|超出|上限|下限|封顶|以内|另有规定|不足|低于|高于/u;
