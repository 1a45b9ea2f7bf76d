import { pinyin } from 'pinyin-pro';
import { variantsOf } from './traditional';

/**
 * The sounds of words, for a reader who typed another character of the same sound (扬老 for 养老), or
 * who does not distinguish zh from z, n from l, in from ing. Tones are left out.
 */

/** Sounds that many speakers and keyboards confuse; one row each. */
const NEAR: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n/, 'l'],
  [/([aei])ng$/, '$1n'],
];

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const SYLLABLE = /^[a-z]+$/;
/** Readings of a character that are used; rarer ones are not typed. */
const READINGS_LIMIT = 4;

const known = new Map<string, readonly string[]>();

/**
 * Gives the syllables of a normalised character, the usual one first, without tones.
 *
 * Those of its variants (著 for 着) follow. A letter, a digit or an unknown character is its own
 * sound.
 */
function soundsOf(character: string): readonly string[] {
  let sounds = known.get(character);
  if (!sounds) {
    const readings = /^\p{Script=Han}$/u.test(character)
      ? [character, ...variantsOf(character)].flatMap((spelling) =>
          pinyin(spelling, { toneType: 'none', v: true, type: 'array', multiple: true }),
        )
      : [];
    const folded = readings.filter((reading) => SYLLABLE.test(reading)).map(foldSyllable);
    sounds = folded.length === 0 ? [character] : [...new Set(folded)].slice(0, READINGS_LIMIT);
    known.set(character, sounds);
  }
  return sounds;
}

/** Whether two normalised characters sound alike. */
export function soundAlike(one: string, other: string): boolean {
  return one === other || soundsOf(one).some((sound) => soundsOf(other).includes(sound));
}

/**
 * Lists the pairs of adjacent sounds of a text that is stored, in every reading.
 *
 * No pair crosses punctuation or a blank. Two pairs may share a number, so a set that contains
 * another is only a candidate.
 * @param text normalised
 * @returns signed 32-bit numbers, each once, ascending
 */
export function listSounds(text: string): number[] {
  return listPairs(text, (run) => [...run].map(soundsOf));
}

/**
 * Lists the pairs of adjacent sounds of typed words, each character in one reading.
 *
 * `listSounds` of every text with these sounds contains them.
 */
export function listTypedSounds(words: string): number[] {
  return listPairs(words, (run) => {
    const readings = pinyin(run, { toneType: 'none', v: true, type: 'array' });
    return [...run].map((character, index) => {
      const all = soundsOf(character);
      const here = foldSyllable(readings[index] ?? '');
      return [all.includes(here) ? here : (all[0] ?? character)];
    });
  });
}

/**
 * Lists the pairs of adjacent sounds of typed syllables: tu, shu, guan.
 *
 * `listSounds` of every text with these sounds contains them.
 */
export const listSyllableSounds = (syllables: readonly string[]): number[] => {
  const sounds = syllables.map(foldSyllable);
  return [...new Set(sounds.slice(1).map((sound, at) => pairCode(sounds[at]!, sound)))];
};

/** Lists the parts of a normalised text that sound like typed syllables, each once. */
export function findSounding(text: string, syllables: readonly string[]): string[] {
  const characters = [...text];
  const sounds = syllables.map(foldSyllable);
  const found = new Set<string>();
  for (let start = 0; start + sounds.length <= characters.length; start++) {
    const here = characters.slice(start, start + sounds.length);
    if (here.every((character, at) => /\p{Script=Han}/u.test(character) && soundsOf(character).includes(sounds[at]!)))
      found.add(here.join(''));
  }
  return [...found];
}

function foldSyllable(syllable: string): string {
  return NEAR.reduce((folded, [sound, near]) => folded.replace(sound, near), syllable);
}

function listPairs(text: string, readRun: (run: string) => (readonly string[])[]): number[] {
  const codes = new Set<number>();
  for (const run of text.match(RUN) ?? []) {
    const sounds = readRun(run);
    for (const [index, here] of sounds.entries()) {
      for (const first of here) for (const second of sounds[index + 1] ?? []) codes.add(pairCode(first, second));
    }
  }
  return [...codes].sort((one, other) => one - other);
}

const pairCode = (first: string, second: string): number => (soundCode(first) << 16) | soundCode(second);

/**
 * Hashes a sound to sixteen bits. They are stored: another hash needs another `rowsVersion`
 * (lib/db/ingest/rows/prepare-rows.ts).
 */
function soundCode(sound: string): number {
  let code = 0;
  for (let index = 0; index < sound.length; index++) code = (code * 31 + sound.charCodeAt(index)) & 65535;
  return code;
}
