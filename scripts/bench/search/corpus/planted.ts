import { listReserved } from './characters';
import { randomFrom, seedOf } from '../random';
import type { Vocabulary } from './vocabulary';

/**
 * A phrase that stands in exactly so many sections.
 * It begins with a character that nothing else holds.
 */
export interface PlantedPhrase {
  phrase: string;
  sections: number;
}

/** Sections of the corpus that hold a planted phrase: these many, or this share of all. */
const counts = [1, 10, 100, 1000];
const shares = [0.01, 0.2];
const phrasesOfEach = 3;

/** Lists the planted phrases, three of each frequency that fits the corpus. */
export function listPlanted({ words }: Vocabulary, sections: number, seed: number): PlantedPhrase[] {
  const random = randomFrom(seedOf(seed, 'planted'));
  const reserved = listReserved();
  const frequencies = [...counts.filter((count) => count <= sections / 4), ...shares.map((share) => sections * share)];
  return frequencies.flatMap((frequency, at) =>
    Array.from({ length: phrasesOfEach }, (_each, index) => {
      const word = () => words[100 + Math.floor(random() * 2000)]!;
      return { phrase: `${reserved[at * phrasesOfEach + index]}${word()}${word()}`, sections: Math.ceil(frequency) };
    }),
  );
}

/**
 * Says for each section, asked in their order from 0, which phrases belong into it. The corpus is
 * cut into as many stretches as a phrase has sections, and one section of each stretch holds it.
 */
export function makePlanter(planted: readonly PlantedPhrase[], sections: number): (ordinal: number) => string[] {
  const cursors = planted.map(({ phrase, sections: count }, at) => {
    const placeOf = (stretch: number): number => {
      const start = Math.floor((stretch * sections) / count);
      const end = Math.floor(((stretch + 1) * sections) / count);
      return start + (seedOf(at, stretch) % (end - start));
    };
    return { phrase, count, placeOf, stretch: 0, next: placeOf(0) };
  });
  return (ordinal) => {
    const here: string[] = [];
    for (const cursor of cursors) {
      if (cursor.next !== ordinal) continue;
      here.push(cursor.phrase);
      cursor.stretch++;
      cursor.next = cursor.stretch < cursor.count ? cursor.placeOf(cursor.stretch) : -1;
    }
    return here;
  };
}
