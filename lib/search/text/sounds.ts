import { pinyin } from 'pinyin-pro';
import { variantsOf } from './traditional';

/**
 * What words sound like, for a reader who took a wrong character of the same sound (扬老 for 养老), or
 * who does not tell zh from z, n from l or in from ing. Tones are left out.
 */

/** Neighbouring sounds that many speakers and keyboards take for one. A new one is a new row. */
const NEAR: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^n/, 'l'],
  [/([aei])ng$/, '$1n'],
];

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const SYLLABLE = /^[a-z]+$/;
/** Rare readings beyond these are not typed. */
const READINGS_LIMIT = 4;

const known = new Map<string, readonly string[]>();

/**
 * Takes one normalised character; gives its folded syllables, those of its variants (著 for 着)
 * behind them, the usual one first; a letter, digit or unknown character sounds like itself alone.
 */
export function soundsOf(character: string): readonly string[] {
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

/** Whether two normalised characters may be taken for each other by ear. */
export function soundAlike(one: string, other: string): boolean {
  return one === other || soundsOf(one).some((sound) => soundsOf(other).includes(sound));
}

/**
 * Takes normalised text to be stored; gives the set of its pairs of neighbouring sounds, in every
 * reading of each character, as signed 32-bit numbers, ascending. No pair crosses punctuation or a
 * blank. Two pairs may share a number: a set that contains another is a candidate, never yet a hit.
 */
export function listSounds(text: string): number[] {
  return listPairs(text, (run) => [...run].map(soundsOf));
}

/**
 * The same for words that a reader typed, each character in the one reading that it has among them:
 * every set of `listSounds` with these sounds contains it.
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
 * Sixteen bits of a sound. They are stored: another way of reckoning needs another `rowsVersion`
 * (lib/db/ingest/rows.ts).
 */
function soundCode(sound: string): number {
  let code = 0;
  for (let index = 0; index < sound.length; index++) code = (code * 31 + sound.charCodeAt(index)) & 65535;
  return code;
}
