// Fold, never clean: look-alike characters are folded one to one, so that a match in the folded
// text is a span in the untouched source.

const folds = new Map<string, string>();
for (let code = 0xff01; code <= 0xff5e; code++) {
  folds.set(String.fromCharCode(code), String.fromCharCode(code - 0xfee0)); // ，：（）０Ａ → ,:()0A
}
for (const blank of '\u00a0\u3000\t\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2028\u2029\u0085\ufeff\u200b\u200c\u200d\u2060\u00ad') {
  folds.set(blank, ' ');
}
folds.set('﹝', '〔').set('﹞', '〕').set('﹕', ':').set('﹐', ',').set('﹔', ';').set('﹙', '(').set('﹚', ')');
folds.set('︰', ':').set('∶', ':').set('｡', '。').set('､', '、');
folds.set('號', '号'); // 示府辦〔2021〕26號 in traditional characters; its code stays as printed
folds.set('│', '|').set('┃', '|').set('║', '|'); // sides of the cells of a drawn table

const foldable = new RegExp(
  `[${[...folds.keys()].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`,
  'g',
);

/**
 * Folds full-width forms, blanks of every kind and look-alike punctuation.
 * The result has the same length: one UTF-16 unit for one.
 */
export function fold(text: string): string {
  return text.replace(foldable, (character) => folds.get(character) ?? character);
}

/** Tells whether a UTF-16 unit prints nothing: blanks, tabs, line ends, zero-width characters. */
export function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || folds.get(character) === ' ';
}

/** Folds text and leaves out every blank: prints of the same words have one key. */
export function keyOf(text: string): string {
  return fold(text).replace(/[ \n]+/g, '');
}

/** Leaves out half a character at either end of a stretch that was cut: 𠀀 has two units. */
export const withoutHalves = (stretch: string): string => stretch.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** One or more Han characters, as a character class body for regular expressions. */
export const han = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
