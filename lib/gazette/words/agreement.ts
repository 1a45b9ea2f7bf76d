import { keyOf } from './chars';

// When two prints of a title mean the same document: in the contents and in the text, on a portal
// and in print, in a notice and above the annexed text.

const agency =
  '政府|办公室|办公厅|委员会|常委会|市委|县委|区委|省委|党组|委|局|厅|部|院|署|行|处|会|中心|公司|军区|分区|总队|支队|调查队|人武部|辦公室|辦公廳|委員會|廳|處|會';
/** What an agency does with a text: in front of it the issuer's name ends. */
const actions =
  '关于|批转|转发|印发|公布|发布|颁布|废止|修改|命名|授予|表彰|任命|任免|關於|轉發|批轉|印發|公佈|發佈|頒佈';
const issuerName = new RegExp(`^(?!${actions})[\\u4e00-\\u9fff、 ]{3,60}(?:${agency})$`);
const issued = new RegExp(`^(?!${actions})([\\u4e00-\\u9fff、]{3,60}?(?:${agency}))(?=(?:${actions}))`);
const shortestTitle = 6;

/** Tells whether words are the name of one agency, or of several: 示例市财政局 示例市民政局. */
export function isIssuer(words: string): boolean {
  return words.length <= 60 && !words.includes('关于') && issuerName.test(words);
}

/**
 * Reads the issuer at the head of a title: 示例市人民政府 of 示例市人民政府关于修缮码头的通知.
 * @returns undefined for 关于修缮码头的通知
 */
export function issuerOf(key: string): string | undefined {
  return key.length <= 200 ? issued.exec(key)?.[1] : undefined;
}

/**
 * Gives the form of a title in which its prints can be compared.
 * It has no blanks, quotation marks of one kind, no (试行) and no mark of a footnote.
 */
export function comparableTitle(title: string): string {
  return keyOf(title)
    .replace(/[“”〝〞「」]/g, '"')
    .replace(/[〈<]/g, '《')
    .replace(/[〉>]/g, '》')
    .replace(footnoteMark, '')
    .replace(/\((?:试行|暂行)\)$/, '');
}

/** Marks of a footnote behind the last word of a title: [1], ①, * */
export const footnoteMark = /(?:\[\d{1,3}\]|[①-⑳*※]){1,3}$/;

/** Gives a title without its issuer and any brackets, which prints treat differently. */
export function bareTitle(title: string): string {
  const key = comparableTitle(title);
  return key.slice(issuerOf(key)?.length ?? 0).replace(/[()《》"〔〕[\]]/g, '');
}

/**
 * Tells whether two titles mean the same document.
 * They are equal but for blanks and brackets, or one of them leaves out the issuer:
 * 关于加强供水的意见 = 示例市人民政府关于加强供水的意见.
 */
export function titlesAgree(one: string, other: string): boolean {
  const first = comparableTitle(one);
  const second = comparableTitle(other);
  if (first === second) return true;
  if (bareTitle(one) !== bareTitle(other) || bareTitle(one).length < shortestTitle) return false;
  const [oneIssuer, otherIssuer] = [issuerOf(first), issuerOf(second)];
  return oneIssuer === undefined || otherIssuer === undefined || oneIssuer === otherIssuer;
}
