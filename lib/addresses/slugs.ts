import { listSyllables } from '@/lib/text/pinyin';
import { FIRST_WORDS, SECOND_WORDS } from './routes';

/**
 * Addresses of municipalities whose names have the same pinyin. They are fixed here, so that an
 * address does not depend on which was ingested first.
 */
const MUNICIPALITY_SLUGS: Record<string, string> = {
  苏州市: 'suzhou',
  宿州市: 'suzhou-anhui',
  台州市: 'taizhou',
  泰州市: 'taizhou-jiangsu',
  福州市: 'fuzhou',
  抚州市: 'fuzhou-jiangxi',
  宜春市: 'yichun',
  伊春市: 'yichun-heilongjiang',
  榆林市: 'yulin',
  玉林市: 'yulin-guangxi',
  吉林市: 'jilin',
  吉林省: 'jilin-sheng',
  海南省: 'hainan',
  海南藏族自治州: 'hainan-zhou',
  朝阳市: 'chaoyang',
  朝阳区: 'chaoyang-qu',
  陕西省: 'shaanxi',
};

/** First words that other addresses have, or may have one day. */
const RESERVED_MUNICIPALITIES = new Set([
  ...FIRST_WORDS,
  ...'about help admin static assets public issues feed feeds sitemap robots data print login status'.split(' '),
]);
/** Second words that other addresses of a municipality have, or may have one day. */
const RESERVED_DOCUMENTS = new Set([...SECOND_WORDS, 'feed', 'search', 'documents']);

const LAST_WORD = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|盟|州|县|区|旗)$/u;
const TITLE_LENGTH = 60;
const CODE_LENGTH = 60;

/**
 * Yields the addresses that a municipality may have, the preferred one first. Without end: benxi,
 * benxi-shi, benxi-2, benxi-3 …
 * @param name 本溪市
 */
export function* municipalitySlugs(name: string): Generator<string> {
  const known = MUNICIPALITY_SLUGS[name];
  if (known) yield known;
  const lastWord = LAST_WORD.exec(name)?.[0] ?? '';
  const short = name.slice(0, name.length - lastWord.length);
  // 单县, 歙县: one syllable alone is no name.
  const base = joinSyllables([...short].length > 1 ? short : name, TITLE_LENGTH) || 'municipality';
  const free = (slug: string) =>
    !RESERVED_MUNICIPALITIES.has(slug) && !Object.values(MUNICIPALITY_SLUGS).includes(slug);
  if (free(base)) yield base;
  const long = `${base}-${joinSyllables(lastWord, TITLE_LENGTH) || 'gongbao'}`;
  if (free(long)) yield long;
  for (let count = 2; ; count++) yield `${base}-${count}`;
}

/** The parts of a document that make its address. */
export interface DocumentNames {
  docNumber?: { agencyCode: string; year?: number | undefined; serial: number } | undefined;
  title: string;
  /** `YYYY-MM-DD` */
  signedOn?: string | undefined;
}

/**
 * Makes the address of a document, without regard to others. 本政办发〔2018〕58号 is
 * benzhengbanfa-2018-58, 示例市人民政府令第228号 is shilishirenminzhengfuling-228; without a number it is the
 * title and the day of signing: guanyu…tongzhi-20230401.
 */
export function documentSlug({ docNumber, title, signedOn }: DocumentNames): string {
  if (docNumber) {
    const code = joinSyllables(docNumber.agencyCode, CODE_LENGTH) || 'wenhao';
    return [code, docNumber.year, docNumber.serial].filter((part) => part !== undefined).join('-');
  }
  const words = joinSyllables(title, TITLE_LENGTH) || 'document';
  const slug = signedOn ? `${words}-${signedOn.replaceAll('-', '')}` : words;
  return RESERVED_DOCUMENTS.has(slug) ? `${slug}-document` : slug;
}

/**
 * Numbers an address that several share: slug, slug-2, slug-3.
 * @param count how many have it already, this one included
 */
export function numberedSlug(slug: string, count: number): string {
  return count === 1 ? slug : `${slug}-${count}`;
}

/** Joins whole syllables up to a length, so that a cut address is still readable. */
function joinSyllables(words: string, length: number): string {
  let joined = '';
  for (const syllable of listSyllables(words)) {
    if (joined !== '' && joined.length + syllable.length > length) break;
    joined += syllable.slice(0, length);
  }
  return joined;
}
