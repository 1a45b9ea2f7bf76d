/**
 * Words at whose borders the converter's dictionaries find other words: 空白+发票 is no 白髮, 行政+复议 no
 * 複議. Each is the same word in traditional characters.
 */
const corrected: readonly (readonly [simplified: string, traditional: string])[] = [
  ...'票展动电布放现挥行送证包起表言文改给出达热货运射明热育'
    .split('')
    .map((behind): [string, string] => [`发${behind}`, '發']),
  ['干预', '干'],
  ['干涉', '干'],
  ['干扰', '干'],
  ['干系', '干'],
  ['新干县', '新干'],
  ['余干县', '餘干'],
  ['冲抵', '沖'],
  ['冲销', '沖'],
  ['冲减', '沖'],
];
/** 理发展示 is 理髮+展示. */
const hair = /[理烫染美假毛头洗护脱须鬓断被披华]$/;
/** A card that is handed out, and no hairpin; a review, and no second opinion. */
const byContext: readonly (readonly [pattern: RegExp, characters: string])[] = [
  [/(?<=免费|统一|银行|批量|首次|集中)发(?=卡)|发(?=卡(?:机构|银行|量|单位|行))/g, '發'],
  [/(?<![生华])发(?=生)/g, '發'],
  [/(?<=行政|申请|提起|刑事)复(?=议)/g, '復'],
];
/** 八万里, 几十里: a measure. 幸福里社区: a name. */
const miles =
  /(?<=[十百千万亿几两数])里(?![面头边外挑])|(?<=[\u4e00-\u9fff])里(?=社区|小区|街道|弄|居委|巷)|(?<=[^手心家村市县区城河湖海夜屋眼院校厂会局店镇乡水山林田园车船房堂楼这那哪底]) ?里$/g;
const eachOne = /(?<=[一二两三四五六七八九十百千几\d])只只/g;

/** Finds characters that the dictionaries convert wrongly, with what they are. */
export function listCorrections(text: string): { at: number; characters: string }[] {
  const found: { at: number; characters: string }[] = [];
  for (const [simplified, characters] of corrected)
    for (let at = text.indexOf(simplified); at >= 0; at = text.indexOf(simplified, at + 1))
      if (characters !== '發' || !hair.test(text.slice(0, at))) found.push({ at, characters });
  for (const [pattern, characters] of byContext)
    for (const { index } of text.matchAll(pattern)) found.push({ at: index, characters });
  for (const { index } of text.matchAll(miles))
    found.push({ at: index + (text[index] === ' ' ? 1 : 0), characters: '里' });
  for (const { index } of text.matchAll(eachOne)) found.push({ at: index, characters: '隻隻' });
  return found;
}
