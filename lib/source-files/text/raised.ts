/**
 * Words that a file sets above or below the line: powers, indices, marks of notes. Without a sign
 * of their own 10⁴ would be 104, and 126座 with note 3 would be 1263座.
 */

/** Marks around such words in a line that is being read; no text holds these characters. */
const marks = { above: '\ufdd0', below: '\ufdd1', end: '\ufdd2' };

/** Marks words that stand above or below the line. */
export const setApart = (words: string, place: 'above' | 'below'): string =>
  words.trim() === '' ? words : marks[place] + words + marks.end;

const all = Object.values(marks).join('');
const stretch = new RegExp(`([${marks.above}${marks.below}])([^${all}]*)${marks.end}?`, 'g');
/** Between two stretches of one kind: a file may set each character by itself. */
const seam = new RegExp(`(?<=([${marks.above}${marks.below}])[^${all}]*)${marks.end}\\1`, 'g');
const stray = new RegExp(`[${all}]`, 'g');

/** Writes the marked words of a line with signs that plain text has: 10⁴, CO₂, 126[3]座. */
export function writeSetApart(line: string): string {
  if (!line.includes(marks.end)) return line;
  return line
    .replace(seam, '')
    .replace(stretch, (_, mark: string, words: string, at: number, whole: string) => {
      const before = whole.slice(Math.max(0, at - 12), at).replace(stray, '');
      return mark === marks.above ? raised(words.trim(), before) : lowered(words.trim(), before);
    })
    .replace(stray, '');
}

const above = new Map([...'0123456789+-−n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ'][at]!]));
const below = new Map([...'0123456789'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉'][at]!]));

const spell = (words: string, signs: ReadonlyMap<string, string>): string | null =>
  [...words].every((sign) => signs.has(sign)) ? [...words].map((sign) => signs.get(sign)!).join('') : null;

/** Spells an exponent: ², or ^(k+1) where plain text has no signs for it. */
export const power = (words: string): string =>
  spell(words, above) ?? (/^\w+$/.test(words) ? `^${words}` : `^(${words})`);

const ownSign = /^[[(〔【（①-⑳*※†#]/;
const exponent = /^[-−+]?(?:\d{1,3}|[A-Za-z])$/;
/** 10, a unit or a variable in front: what is raised is its power. 2 and n make 2ⁿ. */
const base = /(?:^|[^\d.])10$|[A-Za-zΑ-ω%‰µ米]$|[A-Za-z][^()（）]{0,8}[)）]$/;

function raised(words: string, before: string): string {
  if (ownSign.test(words)) return words;
  if (exponent.test(words) && (base.test(before) || (/\d$/.test(before) && /[A-Za-z]$/.test(words))))
    return power(words);
  return /^\d{1,3}(?:[,，、–-]\d{1,3})*$/.test(words) ? `[${words}]` : words;
}

/** CO₂; what else stands below the line says the same beside it. */
const lowered = (words: string, before: string): string =>
  (/[A-Za-z)）]$/.test(before) ? spell(words, below) : null) ?? words;
