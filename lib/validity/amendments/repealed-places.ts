import { fold } from '@/lib/gazette';

/** A citation whose sentence repeals a part of the document. */
interface RepealingCitation {
  sentence: string;
  /** The words that name the document; they stand at `wordsAt` (UTF-16 units). */
  words: string;
  wordsAt: number;
}

const numeral = '[零〇一二三四五六七八九十百\\d]{1,6}';
const place = `(?:第${numeral}条(?:之[一二三四五六七八九十])?(?:第${numeral}款)?(?:第\\(?${numeral}\\)?项)?|附件\\d{1,2})`;
const places = `(?<places>${place}(?:[、和及以]+${place})*)`;
const name = '^[)》\\]]*(?:\\([^()]{0,40}\\))?(?:文件)?(?:的|中的?)?';
const end = '(?:废止|停止执行|不再执行)';
/** Behind the name: 第三条、第五条自2024年1月1日起同时废止. */
const behindName = new RegExp(
  `${name}${places}(?:的规定)?[,]?(?:自\\d{4}年\\d{1,2}月\\d{1,2}日起|自本[^,。;]{1,8}施行之日起)?[,]?(?:同时|相应|一并)?(?:予以)?${end}(?:。|;|,|$)`,
);
/** 废止《…》第三条。 */
const behindVerb = new RegExp(`${name}${places}(?:的规定)?(?:。|;|$)`);
const verbBefore = new RegExp(`${end}(?:了)?[《(]?[^。;,:]*$`);

/**
 * Lists the places that a sentence repeals, as printed: 第三条, 第五条第二款.
 * @returns none where it names them in another way, such as 除第五条外
 */
export function repealedPlaces({ sentence, words, wordsAt }: RepealingCitation): string[] {
  const folded = fold(sentence);
  const before = folded.slice(0, wordsAt).replace(/\s/g, '');
  const behind = folded.slice(wordsAt + words.length).replace(/\s/g, '');
  if (/除/.test(before.slice(-6))) return [];
  const match = behindName.exec(behind) ?? (verbBefore.test(before) ? behindVerb.exec(behind) : null);
  return match?.groups?.['places']?.match(new RegExp(place, 'g')) ?? [];
}
