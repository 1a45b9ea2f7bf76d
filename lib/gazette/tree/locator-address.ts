import { fold } from '../words/chars';
import { readNumeral } from '../words/numbers';

/** The way that a locator names: in which texts of a document, and by which paths of addresses. */
export interface LocatorPath {
  /** Texts that may be meant, as their addresses begin, the likeliest first. */
  texts: readonly RegExp[];
  /**
   * Paths below the text, the most exact first (t12.1, t12), each in all its spellings; an empty
   * one is the text itself.
   */
  paths: readonly (readonly string[])[];
}

/**
 * Who cites an article means the rules that a notice issues, and not the notice; what stands in an
 * attachment goes last.
 */
const annexed = /^a\d*(?:-|$)/;
const notice = /^(?!(?:a|f)\d*(?:-|$))/;
const attachments = /^f\d*(?:-|$)/;

const numeral = '[零〇一二两三四五六七八九十百千\\d]+';
// 附件2一、 has two numbers: one in digits, one in characters.
const attached = new RegExp(`^附件(\\d{1,2}|${numeral.replace('\\d', '')})?`);
const drawn = /^(专栏|附?表)(\d{1,2})/;
const unit = new RegExp(
  `第?\\(?(${numeral})\\)?(编|章|节|条|款|项|目|部分|点|、|\\.)?(?:之([一二三四五六七八九十]))?`,
  'y',
);

/** 编、章、节、条、项、目, and two more: each is looked for with all those before it. */
const mostSteps = 8;

/** What a unit is called in addresses: see addressOf in open-sections.ts. */
const LETTERS: Record<string, string> = { 编: 'b', 部分: 'b', 章: 'z', 节: 'j', 条: 't', 款: 'k' };

/**
 * Reads a locator into the path to its section (第十二条第二款, 附件2, 附件1表2, 二、(三)).
 * Of several places (第三条、第五条) it is the first.
 * @returns null for words that name no part
 */
export function readLocatorPath(locator: string): LocatorPath | null {
  const key = fold(locator).replace(/ /g, '');
  const attachment = attached.exec(key);
  const within = key.slice(attachment?.[0].length ?? 0);
  const paths = pathsOf(within);
  if (!attachment) return paths.length > 0 ? { texts: [annexed, notice, attachments], paths } : null;
  const [, ordinal] = attachment;
  const texts = [ordinal === undefined ? attachments : new RegExp(`^f${readNumeral(ordinal)}(?:-|$)`)];
  return { texts, paths: [...paths, ['']] };
}

/**
 * Follows a path through the addresses of a document.
 * @returns those that the most exact path leads to; several where nobody knows which is meant
 */
export function followLocatorPath({ texts, paths }: LocatorPath, addresses: readonly string[]): string[] {
  for (const path of paths.flat())
    for (const text of texts) {
      const found = addresses.filter((address) => text.test(address) && endsIn(localOf(address), path));
      if (found.length > 0) return found;
    }
  return [];
}

/**
 * Finds the address that a locator means, or the nearest one around it.
 * @param addresses those of the document
 * @returns null where nothing there fits, or more than one thing does
 */
export function addressOfLocator(locator: string, addresses: readonly string[]): string | null {
  const way = readLocatorPath(locator);
  const [address, other] = way ? followLocatorPath(way, addresses) : [];
  return other === undefined ? (address ?? null) : null;
}

/** Takes 款 out of a path: whether an article has them is not known of all texts. */
export const withoutParagraphs = ({ texts, paths }: LocatorPath): LocatorPath => ({
  texts,
  paths: paths
    .map((spellings) => spellings.filter((path) => !/\.k\d/.test(path)))
    .filter((spellings) => spellings.length > 0),
});

/**
 * Address inside the text: t12.1 of a-t12.1; empty for the text itself. A hyphen elsewhere counts a
 * number that stands twice.
 */
const localOf = (address: string): string => address.replace(/^(?:n|[af]\d*)(?:-|$)/, '');

/**
 * The address is this path, or ends in it below what is not named: b1.z3 for z3. A bare number (二、)
 * stands at the top.
 */
const endsIn = (local: string, path: string): boolean =>
  local === path || (/^[a-z]/.test(path) && local.endsWith(`.${path}`));

function pathsOf(key: string): string[][] {
  const figure = drawn.exec(key);
  const steps = figure ? [{ step: (figure[1] === '专栏' ? 'zhuanlan' : 'biao') + figure[2]!, isPlain: false }] : [];
  unit.lastIndex = figure?.[0].length ?? 0;
  for (let match = unit.exec(key); match && steps.length < mostSteps; match = unit.exec(key)) {
    const [, number, name = '', inserted] = match;
    const ordinal = readNumeral(number!);
    if (ordinal === null) break;
    if (name === '款' && !steps.some(({ step }) => step.startsWith('t'))) {
      // Outside of an article nobody knows which paragraph is meant.
      if (ordinal > 1) break;
      continue;
    }
    const step = `${LETTERS[name] ?? ''}${ordinal}${inserted ? `zhi${readNumeral(inserted)}` : ''}`;
    steps.push({ step, isPlain: name === '部分' });
  }
  // An article is counted through a whole text, whatever chapter it stands in.
  const article = steps.findIndex(({ step }) => step.startsWith('t'));
  const named = article < 0 ? steps : steps.slice(article);
  return named.map((_, at) => {
    const path = named
      .slice(0, named.length - at)
      .map(({ step }) => step)
      .join('.');
    // 第二部分 of an ordinary document is its 二、.
    if (named[0]!.isPlain) return [path, path.slice(1)];
    // The only 款 of an article has no address: its 项 are those of the article.
    return path.includes('.k1') ? [path, path.replace(/\.k1(?=\.|$)/, '')] : [path];
  });
}
