import { leadInLength } from './lead-in-words';

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
const central = [
  '国发', '国办发', '国办函', '国办', '国函', '中发', '中办发', '中办', '厅字', '财税', '财税字', '财综', '财预', '财建', '财企', '财社', '财行', '财农', '财教', '财资', '财库', '财会', '财金', '财关税',
  '发改', '发改价格', '发改价格规', '发改投资', '发改环资', '发改办价格', '发改办环资', '人社部发', '人社厅发', '人社部函', '人社厅函', '工信部联企业', '工信部规', '工信部企业', '工信部科', '建科', '建办', '建市', '建城', '建房', '建村', '建质', '建法', '建标', '建保', '建金', '建办质函',
  '教基', '教基一', '教职成', '教师', '教财', '教体艺', '教发', '交公路发', '交水发', '交运发', '交办运', '交规划发', '环发', '环办', '环评', '环土壤', '环办环评', '水保', '水资源', '水建管', '水规计', '农计发', '农计财发', '农办', '农经发', '农牧发', '民发', '民函', '民办函', '公通字', '司发', '司发通',
  '银发', '银监发', '银保监发', '银保监办发', '证监发', '保监发', '税总发', '税总函', '安监总管三', '卫医发', '卫规财发', '卫办', '国卫办', '国土资发', '国土资厅发', '自然资发', '自然资规', '自然资办发', '食药监', '林资发', '林发', '文旅', '商建发', '医保发', '医保办发', '工商企字', '法发', '法释', '高检发',
];

/** Words in front of a code in a sentence that are no part of it: cut off up to the last one. */
const leadIn =
  /^.*(?:以下简称|简称|的通知|的意见|的决定|的函|的批复|的报告|方案|办法|规定|根据|按照|依据|依照|遵照|参照|贯彻|落实好?|执行好?|详见|参见|印发|转发|下发|发布|废止|修改|取代|代替|依|见|原|与|和|及|或|由|以|将|对|按|据|即|为|附|号|文件)/;

/** Those of them that no code begins with. */
const leadInBeyondDoubt = /^.*(?:根据|按照|依据|依照|遵照|参照|贯彻|落实好?|执行好?|详见|参见|的通知|的意见|的决定)/;

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

/** 国发, 国办发: whatever stands in front of these is no place. */
const ofTheCentre = /(?:国办发明电|国发明电|国办发|国办函|国办字|国函|国发|中办发|中办字|中办函|中发)$/;
/** Offices that are seldom met in codes, beside those above. */
const moreOffices =
  '港|海|渔|邮|旅|外|侨|台|组|宣|纪|监|检|法|工|妇|团|残|电|金|粮|物价|价|人防|防|消|园|城管|城|房|土|矿|气象|质|工商|安监|移民|扶贫|乡|库|综|战|口岸|档|史|信|广|新|版|军|武|警|运|路|铁|航|站|市场|粮储|能|地|测|景|殡|葬|救|双拥|退役|大数据|数据|营商';
/** 示政〔1997〕44号: an office alone, as until the nineties. */
const chain = `(?:政|(?:${offices}|${moreOffices}){1,4}(?:${endings}|文|规发|通字|办通|便函|电发|发电|明电|规字|发字|函字))`;
const placed = new RegExp(`^[\\u4e00-\\u9fffA-Za-z]${chain}$`);
const placedLonger = new RegExp(`^[\\u4e00-\\u9fffA-Za-z]{2,3}${chain}$`);
const longestCode = 12;
/** A place in front of offices has rarely more characters than this. */
const longestPlace = 2;

/** Where a run begins: at a bracket or the head of a line, behind a comma, or anywhere. */
type RunStart = 'bracket' | 'comma' | 'none';

/**
 * Reads the agency code at the end of a run of Han characters and letters.
 * The longest tail that is known or well formed, behind a word of the language, is the code.
 * @param run what stands in front of the bracket, back to the nearest punctuation: `根据本政发`
 * @param start whether a code may begin where the run does
 * @param known codes met in the same text at places where they cannot be mistaken
 * @returns null where the run ends in no code
 */
export function readAgencyCode(run: string, start: RunStart, known: ReadonlySet<string>): CodeReading | null {
  const from = Math.max(0, run.length - longestCode);
  for (let at = from; at < run.length - 1; at++)
    if (known.has(run.slice(at))) return { code: run.slice(at), how: 'known' };
  const state = ofTheCentre.exec(run)?.[0];
  if (state !== undefined) return { code: state, how: 'known' };
  return readBehindWord(run, from, start) ?? readByShape(run, start);
}

/** Reads a code that a word of the language, or a sign, parts from what stands in front of it. */
function readBehindWord(run: string, from: number, start: RunStart): CodeReading | null {
  const begins = (at: number): boolean => (at === 0 ? start !== 'none' : leadInLength(run.slice(0, at)) > 0);
  // 示发改〔2018〕5号 is no number of 发改: a place in front makes it another code.
  for (let at = from; at < run.length - 1; at++)
    if (central.includes(run.slice(at)) && begins(at)) return { code: run.slice(at), how: 'known' };
  for (let at = from; at < run.length - 1; at++)
    // 示政〔1997〕44号, but no more than that says that it is a code.
    if (placed.test(run.slice(at)) && begins(at))
      return { code: run.slice(at), how: run.endsWith('政') ? 'guess' : 'shape' };
  for (let at = from; at < run.length - 1; at++) {
    // 对照 + 示政发 is no place of three characters.
    const longer =
      placedLonger.test(run.slice(at)) && (start === 'bracket' || !placed.test(run.slice(at + longestPlace)));
    // 对 + 鹿城政办, but 对表 + 示政办 too.
    const sure = at === 0 || leadInLength(run.slice(0, at)) > 1;
    if (longer && begins(at)) return { code: run.slice(at), how: sure ? 'shape' : 'guess' };
  }
  return null;
}

/** Reads a code by its shape alone, and doubts it where nothing says that it begins there. */
function readByShape(run: string, start: RunStart): CodeReading | null {
  const rest = run.replace(leadIn, '');
  const tail = tailOf(rest);
  if (
    rest !== '' &&
    rest !== run &&
    codeShape.test(rest) &&
    (tail === null || rest.length - tail.length < longestPlace)
  )
    return { code: rest, how: rest.length <= 6 ? 'shape' : 'guess' };
  const led = behindLastWord(run.replace(leadInBeyondDoubt, ''));
  const placedTail = tailOf(run);
  if (start === 'bracket' && led.length >= 2 && led.length <= 14) {
    const isDoubtful =
      placedTail !== null && !/[省市县区州旗盟镇乡]$/.test(led.slice(0, led.length - placedTail.length + 1));
    return { code: led, how: codeShape.test(led) && !isDoubtful ? 'bounded' : 'guess' };
  }
  if (placedTail !== null) return { code: placedTail, how: provincial.test(placedTail) ? 'shape' : 'guess' };
  if (start === 'comma' && led.length >= 2 && led.length <= 14)
    return { code: led, how: codeShape.test(led) ? 'bounded' : 'guess' };
  const last = run.slice(-5);
  return codeShape.test(last) ? { code: last, how: 'guess' } : null;
}

/** 国食药监安 of 各区要结合国食药监安: nothing else says where the code begins. */
function behindLastWord(run: string): string {
  for (let at = run.length - 2; at > 0; at--) if (leadInLength(run.slice(0, at)) > 1) return run.slice(at);
  return run;
}

/** The longest tail that is a place of one character with its offices. */
function tailOf(run: string): string | null {
  for (let at = Math.max(0, run.length - longestCode); at < run.length - 1; at++)
    if (placed.test(run.slice(at))) return run.slice(at);
  return null;
}
