import type { Relation } from '../ast';

/** Words around a citation, folded, inside one sentence. */
interface Around {
  /** In front of the title or number. */
  before: string;
  /** Behind the number and its bracket. */
  behind: string;
}

/** Other titles and numbers: one verb may govern several, 贯彻落实《A》(…)和《B》(…). */
const otherTitles = new RegExp(
  [
    '《[^《》]{0,120}》',
    '\\([^()]{0,60}\\)',
    '〈[^〈〉]{0,120}〉',
    '(?:(?<=[、和及与,])[\\u4e00-\\u9fff]{1,12})?[〔[]\\d{2,4}[〕\\]]第?\\d{1,5}号(?:文件)?',
    '(?:(?<=[、和及与,])[\\u4e00-\\u9fff]{2,24})?(?:令|公告|通告)(?:\\d{4}年)?第[\\d一二三四五六七八九十百]{1,6}号',
    '第[\\d一二三四五六七八九十百]{1,5}[条款项](?:第[\\d一二三四五六七八九十]{1,3}[款项])?',
  ].join('|'),
  'g',
);
const governing =
  /贯彻落实|贯彻执行|认真落实|贯彻|落实|貫徹|落實|根據|依據|根据|按照|依照|依据|遵照|(?<!不再|停止|暂缓|免予|终止|中止)执行/g;
const longestChain = 16;
const longestIssuers = 80;
/** Who issued what follows: 根据《甲》、国家发展和改革委员会、交通运输部《乙》. */
const issuersBetween =
  /(?<=^|[、和及与 ])[\u4e00-\u9fff]{1,16}?(?:委员会|人民政府|政府|办公厅|办公室|国务院|中央|总局|银行|部|厅|局|委|署|院)(?=[、和及与 等]|$)/g;

const repealBehind =
  /^[^。;,]{0,60}?[,]?(?:同时|一并|相应|即行|即|均|自行|予以|宣布|现予|决定|自动)?(?:废止|失效|停止执行|终止执行|不再执行|不再适用|停止使用|停止施行|停止实施|予以撤销|作废)|^ ?(?:文件)?(?:同时|即|相应)?(?:由|被)[^。;,]{0,60}(?:取代|替代|代替)|^ ?(?:文件)?除[^。;,]{0,40}外,(?:(?:其余|其他)[^。;,]{0,12}?|自[^。;,]{1,20}起)?(?:同时|均|一并|予以)*(?:废止|失效|停止执行)/;
const repealBefore =
  /(?<!不得|不予|不应|尚未|未)(?:废止|宣布失效|停止执行|撤销|代替|取代|替代)(?:了)?$|以[^。;,]{0,40}(?:代替|取代|替代)$/;
/** 尚未废止, 不得废止: it is not. */
const notRepealed =
  /^[^。;,]{0,60}?(?:尚未|并未|没有|不得|不予|不应|暂不|未被?)(?:同时|自行|宣布|明令)?(?:废止|失效|停止执行|作废)/;
/** 第五条同时废止, 中关于收费的规定停止执行: a part goes, and the rest stays. */
const onlyPart =
  /^ ?(?:文件)?(?:的|中的?)?(?:第[^。;,、]{1,8}?[条款项目章节]|附件|(?:有关|相关|部分|个别|关于|涉及|与[^。;,]{1,20}不一致)[^。;,]{0,30}(?:规定|条款|内容|部分|条文|政策|标准))/;
const amendBehind =
  /^(?!对)[^。;,]{0,30}?(?:作(?:出)?(?:如下|以下|部分|相应)?(?:修改|修订)|进行(?:了)?修[改订]|予以修[改订]|修[改订]为|的修改)|^[^。;]{0,40}(?:(?:修改|调整|变更|改)为[:“"])|^[^。;,]{0,24}(?:予以)?删[除去]/;
const amendBefore = /(?:修改|修订|修正)(?:了|后)?$/;
/** 删去《…》第十八条: words of it go. Without a part it is the name itself that goes. */
const deleteBefore = /(?:删去|删除)$/;
const partBehind = /^ ?(?:文件)?的?第[^。;,]{1,10}[条款项]/;
const extendBefore = /(?:延长|延续)$/;
/** 有效期, 试行期限, 执行时间: what is carried on; a 申报期限 is none of them. */
const ofForce = '(?:有效|执行|施行|实施|试行|暂行|适用)(?:期限?|时间|时限)';
const carriedOn = '(?<!不再|不予|不得|不能|未)(?:延长|延续|延期|顺延|续期)';
const extendBehind = new RegExp(
  [
    '^[^。;]{0,40}?(?:继续有效|延长有效期|延续有效|继续执行|继续施行|继续实施)',
    `^[^。;]{0,40}?${ofForce}[^。;,“”]{0,16}?${carriedOn}`,
    // 有效期由3年调整为5年: readAdjustment says whether that is longer.
    `^[^。;]{0,40}?${ofForce}[^。;,“”]{0,30}?调整(?:为|至)`,
    // (示政规〔2020〕2号)将于2024年12月31日到期,现延长3年
    `^ ?(?:文件)?的?(?:[^。;,规定]{0,24}(?:到期|届满|期满|有效期[^。;,规定]{0,20}),)?(?:经[^,。;]{1,16},)?(?:现|现予|现再|决定|同意|再)(?:予以)?${carriedOn} ?[\\d一二两三四五六七八九十半]{1,3} ?(?:年|个月)(?=$|[,。;])`,
    `^ ?(?:文件)?(?:现|均|统一|予以)*${carriedOn}(?:至|到) ?\\d{4} ?年`,
  ].join('|'),
);
const implementBehind = /^ ?(?:等(?:文件)?)?(?:的)?(?:精神|要求|规定|部署)/;
/** 按示政发〔2020〕3号文件办理, 以《收费目录》为准: what is done follows the document. */
const followBefore = /按$/;
const followBehind = /^ ?文?件?(?:的?(?:有关|相关)?规定)?(?:办理|执行|实施|处理|落实)/;
const standardBehind = /^ ?(?:文件)?(?:的?(?:有关|相关)?规定)?为准/;

/**
 * Reads the relation of a citation from the words around it.
 * @returns `cites` where they say nothing
 */
export function readRelation({ before, behind }: Around): Relation {
  const front = before.replace(otherTitles, '');
  const chain = front.replace(/(?<![和及与、以并《 ])[和及与、以并《 ]+$/, '');
  const after = behind.replace(otherTitles, '');
  const agent = /[由被经]$/.test(chain); // 已由示政规〔2023〕1号明令废止: it repeals, and is not repealed
  const repealed = repealBehind.test(after) && !notRepealed.test(after);
  if ((repealed && !agent) || repealBefore.test(chain)) return onlyPart.test(behind) ? 'amends' : 'repeals';
  if (extendBehind.test(after) || (extendBefore.test(chain) && /^ ?的?(?:有效|执行|施行)/.test(after)))
    return 'extends';
  if (amendBehind.test(after) || amendBefore.test(chain)) return 'amends';
  if (deleteBefore.test(chain) && partBehind.test(behind)) return 'amends';
  if (
    (followBefore.test(chain) && followBehind.test(after)) ||
    (/以[^,;]{0,16}$/.test(front) && standardBehind.test(after))
  )
    return 'implements';
  const verb = [...front.matchAll(governing)].at(-1);
  if (verb) {
    const words = front.slice(verb.index + verb[0].length);
    const named = words.length > longestChain && words.length <= longestIssuers;
    const between = named ? words.replace(issuersBetween, '') : words;
    if (between.length <= longestChain && !/[,;:]|结合|精神|要求|规定|通过/.test(between.replace(/[,]$/, '')))
      return 'implements';
  }
  return implementBehind.test(after) && /(?:^|[,;])[^,;]{0,12}$/.test(front) && /[贯彻落实根据按照]/.test(front)
    ? 'implements'
    : 'cites';
}
