import type { TableLines } from '../region';
import type { TableSearch } from './table-rule';

/**
 * Blank forms (申请表): labels whose places are empty. They are shown as they stand, for they hold
 * nothing to put into columns.
 */

const label =
  /姓名|性别|出生|民族|籍贯|学历|学位|政治面貌|联系|电话|手机|身份证|证件|意见|签字|签名|盖章|签章|公章|照片|相片|地址|邮编|邮箱|法定代表|负责人|经办人|承办人|申请人|申请单位|申报单位|推荐单位|统一社会信用|开户|账号|账户|填表|填报|工作单位|职务|职称|经营范围|注册|事由|理由|简历|名称|日期|备注|年月日/;
/** What only a form has: 年 月 日 without figures, (盖章), □是 □否. */
const blank = /^\(?年月日\)?$|年月日$|\((?:单位)?(?:盖章|公章|签章|签字|签名)\)|^(?:盖章|签章|签字|签名)$|□|_{3,}/;

const fewestLabels = 5;
const longestLabel = 30;
const longestForm = 120;

const isBlankMark = (key: string): boolean => key.length <= 60 && blank.test(key);
const isFormLabel = (key: string): boolean => key.length <= longestLabel && (label.test(key) || blank.test(key));

/** True where the words of a table's places are those of a blank form. */
export function isForm(keys: readonly string[]): boolean {
  const labels = keys.filter(isFormLabel).length;
  const filled = keys.filter((key) => /\d/.test(key) && !isBlankMark(key)).length;
  return (
    labels >= fewestLabels && labels >= keys.length * 0.5 && keys.some(isBlankMark) && filled <= keys.length * 0.15
  );
}

/**
 * Finds the lines of a blank form.
 * They are short labels, and the places for seals and dates.
 */
export function formLines({ lines, to, isBoundary }: TableSearch, from: number): TableLines | null {
  if (!isFormLabel(lines[from]!.key) || lines[from]!.kind !== 'other') return null;
  let end = from;
  for (let index = from; index < Math.min(to, from + longestForm); index++) {
    const { key, kind, marker } = lines[index]!;
    if (isBoundary(index) || (kind !== 'other' && !isBlankMark(key)) || (marker && !isBlankMark(key))) break;
    if (isFormLabel(key)) end = index + 1;
    else if (key.length > 60 || index - end >= 4) break;
  }
  const keys = lines.slice(from, end).map(({ key }) => key);
  return isForm(keys) ? { layout: 'lines', from, to: end, reason: 'blankForm' } : null;
}
