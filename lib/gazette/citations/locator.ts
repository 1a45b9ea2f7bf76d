// The part of another document that a reference means: 《…条例》第十二条第二款, (示政发〔2020〕3号)附件2,
// 二、(三). The order of the units is that of 《立法法》第六十五条: 编、章、节、条、款、项、目.

const numeral = '[零〇一二两三四五六七八九十百千\\d]{1,6}';
const unit = `(?:第(?:${numeral}|\\(${numeral}\\))(?:编|章|节|条|款|项|目|部分|点)(?:之[一二三四五六七八九十])?|\\(${numeral}\\)项?)`;
const article = `第(?:${numeral})(?:编|章|节|条|部分|点)(?:之[一二三四五六七八九十])?(?:${unit}){0,4}`;
const attachment = `附件(?:${numeral})?(?!为|是|如下)`;
/** 二、(三)1.: as the numbers stand in an ordinary document. */
const numbered = '[一二三四五六七八九十]{1,3}、\\([一二三四五六七八九十]{1,3}\\)(?:\\d{1,2}\\.)?';
const locator = new RegExp(
  `^(?:的|中的?|规定的|所附的?)?((?:${article}|${attachment}|${numbered})(?:(?:[、和及至]|以及)(?:${article}|${unit})){0,6})`,
);

/**
 * Reads the part that is named behind a reference: 第十二条第二款.
 * @param behind folded text behind the title and number
 * @returns the part, and how many units of the text name it; null where none is named
 */
export function readLocator(behind: string): { locator: string; length: number } | null {
  const match = locator.exec(behind.slice(0, 80));
  return match ? { locator: match[1]!, length: match[0].length } : null;
}
