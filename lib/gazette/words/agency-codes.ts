// Agency codes (机关代字). Nothing marks where a code begins in running text (`根据本政发〔2022〕6号`), so
// known codes are data and an unknown one is found by its shape.

const provinces = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云陕秦甘陇青宁新藏内蒙国中';

/** What follows the place: whose office it is. Longest first. */
const offices =
  '政办|府办|委办|党办|政|府|委|党|人社|人|财|发改|发|教|科|民|公|司|自然资|自资|国土|住建|建|交|水|农|商|文旅|文|卫健|卫计|卫|审|国资|市监|市管|药监|税|应急|环|林|医保|统|体|信访|编|规划|规';
/** What ends a code. */
const endings =
  '办发|办函|办规|办字|办|发|函|字|规|令|通|告|党|任|秘|电|传|批|复|议|综|工|计|评|审|法|考|管|监|划|科|预|税|企|行|社|环|农|教|建';

const provincial = new RegExp(`[${provinces}](?:${offices}){1,3}(?:${endings})$`);

/** Codes of the centre that follow no place: 国发, 国办发, 中办发 … */
// prettier-ignore
const central = ['国发', '国办发', '国办函', '国办', '国函', '中发', '中办发', '中办', '财税', '财综', '财预', '财建', '发改', '人社部发', '建科', '银发', '农计发', '民发', '教基', '卫医发', '国卫办', '国土资发', '自然资发'];

/** Words in front of a code in a sentence that are no part of it: cut off up to the last one. */
const leadIn =
  /^.*(?:以下简称|简称|的通知|的意见|的决定|的函|的批复|的报告|方案|办法|规定|根据|按照|依据|依照|遵照|参照|贯彻|落实好?|执行好?|详见|参见|印发|转发|下发|发布|废止|修改|取代|代替|依|见|原|与|和|及|或|由|以|将|对|按|据|即|为|附|号|文件)/;

/** Those of them that no code begins with. */
const leadInWords = /^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实好?|执行好?|详见|参见|的通知|的意见|的决定)/;

/** What ends the code of an office beyond doubt; 划 of 规划 and 考 of 高考 do not. */
const sureCode = new RegExp(
  `^[\\u4e00-\\u9fffA-Za-z]{0,4}(?:${offices}){1,3}(?:办|联|厅)?(?:发|函|字|办|规|秘|电|任|复)$`,
);

/** Tells whether words are an agency code and hardly anything else: 示政办发, 国发; not 规划. */
export const isSureCode = (code: string): boolean => central.includes(code) || sureCode.test(code);

/** Tells whether words end as codes do: 示例发, but 规划 too. */
export const endsAsCode = (code: string): boolean => codeShape.test(code);

/** Tells whether words of a sentence stand in front of a code: 以及示政规. */
export const hasLeadIn = (run: string): boolean => leadIn.test(run);

/** A code is two to twelve Han characters or letters and ends as codes do. */
const codeShape = new RegExp(`^[\\u4e00-\\u9fffA-Za-z]{1,10}(?:${endings})$`);

/** A code, and how sure the reading is: `known` and `bounded` need no message. */
interface CodeReading {
  code: string;
  how: 'known' | 'bounded' | 'shape' | 'guess';
}

/**
 * Reads the agency code at the end of a run of Han characters and letters.
 * @param run what stands in front of the bracket, back to the nearest punctuation: `根据本政发`
 * @param bounded the run begins at a bracket, at 》 or at the head of a line, where a code may begin
 * @param known codes met in the same text at places where they cannot be mistaken
 * @returns null where the run ends in no code
 */
export function readAgencyCode(run: string, bounded: boolean, known: ReadonlySet<string>): CodeReading | null {
  for (let start = Math.max(0, run.length - 12); start < run.length - 1; start++) {
    const ending = run.slice(start);
    if (known.has(ending)) return { code: ending, how: 'known' };
    // 示发改〔2018〕5号 is no number of 发改: a place in front makes it another code.
    if (central.includes(ending) && run.slice(0, start).replace(leadIn, '') === '')
      return { code: ending, how: 'known' };
  }
  const rest = run.replace(leadIn, '');
  if (rest !== '' && rest !== run && codeShape.test(rest))
    return { code: rest, how: rest.length <= 6 ? 'shape' : 'guess' };
  const led = run.replace(leadInWords, '');
  if (bounded && led.length >= 2 && led.length <= 14)
    return { code: led, how: codeShape.test(led) ? 'bounded' : 'guess' };
  const match = provincial.exec(run.slice(-9));
  if (match) return { code: match[0], how: 'shape' };
  const tail = run.slice(-5);
  return codeShape.test(tail) ? { code: tail, how: 'guess' } : null;
}
