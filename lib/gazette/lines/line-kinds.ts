import type { Line, LineKind } from '../line';
import { isToolbar } from './toolbar';
import { leadingPortalKey } from '../words/portal-keys';

/** A form of words by which a line is of a kind. */
interface LineRule {
  kind: LineKind;
  specimen: string;
  /** Tested against the key: no blank, folded. Every quantifier is bounded. */
  pattern: RegExp;
}

/** A new habit of the sources is a new row and a fixture. The first row that fits wins. */
// prettier-ignore
export const lineRules: readonly LineRule[] = [
  { kind: 'residue', specimen: '发布时间:2023-06-28字体:', pattern: /^(?:发布时间|发布日期|来源|信息来源|时间|日期|浏览次数|字体|字号)?:?.{0,60}(?<!文)字(?:体|号)(?:大小)?:/ },
  { kind: 'residue', specimen: '当前位置:首页>政府公报', pattern: /^(?:浏览次数|点击数|阅读次数|访问量|打印本页|关闭窗口|\[?打印\]?\[?关闭\]?|分享到|扫一扫|当前位置|您现在的位置|首页>)/ },
  { kind: 'residue', specimen: '返回列表', pattern: /^(?:返回顶部|返回首页|返回列表|分享|分享到|收藏|打印|[【\[]打印[】\]].{0,12}|[【\[]关闭[】\]]|点击此处下载|[^,。;:]{2,16}门户网站)$/ },
  { kind: 'residue', specimen: '责任编辑:李某某', pattern: /^(?:下载地址|作者|责任编辑|附件下载|上一篇|上一条|下一篇|下一条|相关链接|相关文章|相关文件|相关政策|政策原文|原文链接|相关解读|网站标识码|点击数|浏览|浏览量|阅读量|视力保护色|保护视力色|护眼模式|字体大小|您的位置):/ },
  { kind: 'residue', specimen: '【我要纠错】责任编辑:李某某', pattern: /^[【\[]我要纠错[】\]]|^(?:相关稿件|相关阅读|相关报道|延伸阅读)$/ },
  { kind: 'residue', specimen: '版权所有示例市人民政府', pattern: /^版权所有|^首页[>»]|ICP备\d/ },
  // The number of a register.
  { kind: 'residue', specimen: 'SLCR-2023-01005', pattern: /^[A-Z]{2,8}\d{0,4}[—–-]{1,2}\d{4}[—–-]{1,2}\d{3,7}$/ },
  { kind: 'metadata', specimen: '发布机构:示例市人民政府', pattern: leadingPortalKey },
  // The portal set blanks instead of colons.
  { kind: 'metadata', specimen: '索引号1137/2023-05260成文时间2023-03-10', pattern: /^(?:信息)?索引号[\w/().—-]{5,40}/ },
  { kind: 'metadata', specimen: '发布机构示例市人民政府成文日期2023-03-10', pattern: /^(?:发布机构|发文机关|发文单位|成文日期|成文时间|发文日期|发布日期|生成日期|发文字号|有效性|时效性)[^:,。;]{2,40}(?:组配分类|主题分类|体裁分类|成文日期|成文时间|发文日期|发布日期|生成日期|废止日期|失效日期|有效性|时效性|发文字号|公开方式)[^:,。;]{0,40}$/ },
  { kind: 'metadata', specimen: '有效性有效', pattern: /^(?:有效性|时效性|效力状态)(?:有效|失效|废止|现行有效|继续有效)$/ },
  { kind: 'metadata', specimen: '发布日期2023-03-10', pattern: /^(?:发布|成文|发文|生成|公开)(?:日期|时间)\d{4}-\d{1,2}-\d{1,2}[\d:-]{0,12}$/ },
  { kind: 'contents', specimen: '目录', pattern: /^[【[(·•]?[A-Za-z]{0,16}(?:本期)?目[录次][A-Za-z]{0,16}[】\])]?$/ },
  { kind: 'masthead', specimen: '2023年第3号(总第128期)', pattern: /^.{0,30}\d{4}年?[,第·]{0,2}(?:第?\d{1,3}(?:[、,~至—–-]第?\d{1,3})?[号期]|总?第?\d{1,4}期).{0,4}(?:\(?总?第?\d{1,5}(?:[、,~至—–-]\d{1,5})?[号期]\)?)?$/ },
  { kind: 'masthead', specimen: '2024年增刊第1期(总第740期)', pattern: /^(?:[^,。:;《》]{2,24}[公政]报)?\d{4}年?[,·]?(?:第?\d{1,3}[号期])?\(?(?:增刊|副刊|特刊|专刊|号外)\)?(?:\(?第?[\d一二三四五六七八九十]{1,3}[号期]?\)?)?(?:\(?总第?\d{1,5}[期号]\)?)?$/ },
  { kind: 'masthead', specimen: '2024·1', pattern: /^\d{4}[·•]\d{1,2}(?:\(?总第?\d{1,5}[期号]\)?)?$/ },
  { kind: 'masthead', specimen: '2024年第1季度(总第12期)', pattern: /^\d{4}年(?:第?[1-4一二三四]季度?|[春夏秋冬]季|\d{1,2}月)(?:[号刊]|(?=\(总))(?:\(?总第?\d{1,5}[期号]\)?)?$/ },
  { kind: 'masthead', specimen: '示例市人民政府公报', pattern: /^[^,。:;《》]{2,24}(?:政府|办公厅|办公室|国务院|常委会|委员会)公报$/ },
  { kind: 'masthead', specimen: '示例政报', pattern: /^[^,。:;《》]{2,12}政报$/ },
  { kind: 'masthead', specimen: '示例市人民政府公报2023年第3号第128号刊', pattern: /^[^,。:;《》]{2,24}公报\d{4}年第?\d{1,3}(?:[、,~至—–-]第?\d{1,3})?[号期].{0,20}$/ },
  { kind: 'masthead', specimen: '(总第128期)', pattern: /^\(?总(?:第|号:?|期数?:?)?\d{1,5}[期号]?\)?$/ },
  { kind: 'masthead', specimen: '第6期(总第77期)', pattern: /^第\d{1,3}期(?:\(?总第?\d{1,5}[期号]\)?)?$/ },
  { kind: 'attachment', specimen: '附件1', pattern: /^(?:附件|附表|附录|附图|附)(?:之?[一二三四五六七八九十\d]{0,3})[::.、]?$/ },
  { kind: 'callout', specimen: '专栏1人才引进工程', pattern: /^[【\[(]?专栏(?:之?[一二三四五六七八九十]{1,3}|\d{1,3})?[^,。;]{0,50}$/ },
  { kind: 'imprint', specimen: '抄送:市委办公室', pattern: /^(?:抄送|抄报|主送|分送)[::]/ },
  { kind: 'imprint', specimen: '示例市人民政府办公室2023年4月14日印发', pattern: /^.{2,40}(?:办公室|办公厅|秘书处|秘书科|局|委|处|科)(?:[12]\d{3}年\d{1,2}月\d{1,2}日|[一二][〇○◯ОO0零].{2}年.{1,3}月.{1,3}日)印发$/ },
  { kind: 'imprint', specimen: '共印200份', pattern: /^\(?共印\d{1,5}份\)?$/ },
  { kind: 'note', specimen: '(此件公开发布)', pattern: /^\((?:此件|此文|本文|内部|联系人|信息公开|公开属性|不予公开|依申请|主动公开).{0,80}\)$/ },
  { kind: 'letterhead', specimen: '示例市人民政府办公室文件', pattern: /^[^,。;:!?"“”《》()\d]{3,44}文件$/ },
  { kind: 'letterhead', specimen: '示例市人民政府令', pattern: /^[^,。;:!?"“”《》()\d关]{2,28}(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|行|会|中心)(?:命令|令|公告|通告)$/ },
];

/** No line that is longer is of a kind by its words. */
const longestKey = 200;

/** Reads what a line is: cells, numbers and dates first, then the rows. */
export function lineKindOf(line: Pick<Line, 'key' | 'text' | 'marker' | 'docNumber' | 'date'>): LineKind {
  if (isToolbar(line.text)) return 'residue';
  if (hasCells(line.text)) return leadingPortalKey.test(line.key) ? 'metadata' : 'pipes';
  if (line.docNumber) return 'number';
  if (line.date) return 'date';
  if (line.key.length <= longestKey) {
    for (const { kind, pattern } of lineRules) if (pattern.test(line.key)) return kind;
  }
  return line.marker ? 'numbered' : 'other';
}

/** Words at both sides of a pipe, or between two: 甲 | 乙, | 甲 |. Blanks stand at no edge. */
function hasCells(text: string): boolean {
  const inside = text.slice(1, -1);
  return inside.includes('|') || (/^\|.*\|$/.test(text) && inside.trim() !== '');
}
