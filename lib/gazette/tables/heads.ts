import type { Line } from '../line';
import type { CellType } from './tokens';

/** The heads of columns: their words, and what they let one expect of the cells below. */

/** Lines, or cells, that the header of a table may take. */
export const longestHeader = 14;

/** Words that column heads are made of. */
const vocabulary =
  /序号|编号|指标|目标值|单位|主体|部门|备注|类别|类型|名称|期限|时限|时间|内容|规模|地点|投资|领域|事项|范围|措施|举措|任务|性质|属性|渠道|方式|来源|数量|金额|合计|项目|标准|级别|依据|文号|分工|要求|职责|面积|长度|频次|系数|分值|得分|地址|电话|联系|责任|牵头|配合|进度|目标|姓名|职务|职称|学历|专业|岗位|人数|条件|对象|机构|机关|型号|用途|单价|价格|收费|位置|起点|止点|次数|基数|比例|日期|年度|等级|意见|条款|说明|结果|状态|程序|流程|环节|\d{4}年/;

/** True for words that name a column; a weak prior. */
export const isVocabulary = (key: string): boolean => vocabulary.test(key);

/** True for the head of the serial numbers. */
export const isSerialHead = (key: string): boolean => /^(?:序号|编号|序)$/.test(key);

const dataLike = /^(?:[≥≤<>≧≦约]?\d[\d.,%‰/]*(?:[年月日个天万亿元%人次项处座]{0,4})|[-—/无]|\d{4}[-—]\d{4})$/;

/** True for a line that may be a head. */
export function isHeaderCell(line: Line): boolean {
  return (
    line.key.length <= 16 &&
    (line.kind === 'other' || line.kind === 'attachment') &&
    !line.marker &&
    !(dataLike.test(line.key) && !/^\d{4}年/.test(line.key)) &&
    !/[。;!?,:、]$/.test(line.key)
  );
}

/** Gives the types that a column's name lets one expect; none where it says nothing. */
export function expectedTypes(name: string): readonly CellType[] {
  if (isSerialHead(name)) return ['integer'];
  if (/目标值|指标值|^\d{4}年/.test(name)) return ['percent', 'integer', 'quantity'];
  if (/(?:单位|主体|部门|机构)$/.test(name)) return ['agency'];
  if (/期限|时限|时间|年限|进度/.test(name)) return ['year', 'years', 'date', 'quantity'];
  if (/万元|投资|金额|数量|面积|长度|系数|分值/.test(name)) return ['integer', 'decimal'];
  if (/内容|举措|措施|事项|任务|范围|规模/.test(name)) return ['sentence', 'numbered'];
  if (/名称|指标|项目/.test(name)) return ['name', 'phrase'];
  if (/来源|依据|文号/.test(name)) return ['docNumber'];
  return [];
}
