import { pinyin } from 'pinyin-pro';

/**
 * Words that the dictionary reads wrongly: place names keep old readings. A new one is a new row.
 */
const EXCEPTIONS: Record<string, string> = {
  单县: 'shan xian',
  大埔: 'da bu',
  六合: 'lu he',
  洪洞: 'hong tong',
  涡阳: 'guo yang',
  繁峙: 'fan shi',
  解州: 'xie zhou',
  尉犁: 'yu li',
  歙县: 'she xian',
  泌阳: 'bi yang',
  东阿: 'dong e',
  乐亭: 'lao ting',
  浚县: 'xun xian',
  郫县: 'pi xian',
  台州: 'tai zhou',
  亳州: 'bo zhou',
  六安: 'lu an',
};
const EXCEPTION = new RegExp(`(${Object.keys(EXCEPTIONS).join('|')})`, 'u');

/**
 * Lists the syllables of words in ASCII, without tones, ü as v.
 * 吕梁 → lv liang. Latin words and numbers stay, in lower case; everything else is left out.
 */
export function listSyllables(words: string): string[] {
  return words
    .normalize('NFKC')
    .split(EXCEPTION)
    .flatMap((piece) => EXCEPTIONS[piece]?.split(' ') ?? readPiece(piece))
    .map((syllable) =>
      syllable
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ''),
    )
    .filter((syllable) => syllable !== '');
}

function readPiece(piece: string): string[] {
  return piece === '' ? [] : pinyin(piece, { toneType: 'none', v: true, type: 'array', nonZh: 'consecutive' });
}
