import { listCharacters } from './characters';
import { integer, pick, randomFrom, seedOf, weighted, zipf, type Random } from '../random';

/** Made-up words, the most frequent first, and what natural text does with them. */
export interface Vocabulary {
  characters: string[];
  words: string[];
  /** Sequences of words that officials repeat: each is a few words side by side. */
  phrases: string[];
  /** For each topic the words that its documents prefer. */
  topics: string[][];
  /** Draws by the frequency of natural text. */
  word: (random: Random) => string;
  phrase: (random: Random) => string;
  topicWord: (random: Random, topic: number) => string;
}

const wordCount = 30_000;
const phraseCount = 4_000;
const topicCount = 60;
const wordsOfTopic = 300;
/** Shares of words of two, three and four characters. */
const lengths = weighted([0, 0, 0.8, 0.1, 0.1]);
/** Words of one character, at these ranks among the others. */
const particles: [rank: number, word: string][] = [
  [0, '的'],
  [3, '和'],
  [8, '在'],
  [12, '对'],
  [15, '等'],
  [19, '为'],
  [24, '及'],
  [30, '并'],
];
/**
 * Flattens the top of Zipf's law: in real gazettes the commonest pair stands in half of all
 * sections, the hundredth in a tenth.
 */
const topShift = 14;
/**
 * In real gazettes 100 characters make half of the text, 500 nine tenths, and some thousands the
 * rest.
 */
const characterWeight = (rank: number): number => Math.exp(-rank / 170) + 0.0008;

/** Takes a seed; gives a vocabulary that is the same on every machine. */
export function makeVocabulary(seed: number): Vocabulary {
  const random = randomFrom(seedOf(seed, 'vocabulary'));
  const characters = listCharacters();
  const character = weighted(characters.map((_character, rank) => characterWeight(rank)));
  const made = new Set<string>();
  while (made.size < wordCount) {
    const length = lengths(random);
    made.add(Array.from({ length }, () => characters[character(random)]!).join(''));
  }
  const words = [...made];
  for (const [rank, particle] of particles) words.splice(rank, 0, particle);
  const rankOf = zipf(words.length, topShift);
  const word = (from: Random): string => words[rankOf(from)]!;
  const phrases = Array.from({ length: phraseCount }, () =>
    Array.from({ length: integer(random, 2, 4) }, () => word(random)).join(''),
  );
  const middle = words.slice(100, 12_000);
  const topics = Array.from({ length: topicCount }, () =>
    // Neither the commonest words nor the rarest make a topic.
    Array.from({ length: wordsOfTopic }, () => pick(random, middle)),
  );
  const phraseRank = zipf(phrases.length, topShift);
  const topicRank = zipf(wordsOfTopic, topShift);
  return {
    characters,
    words,
    phrases,
    topics,
    word,
    phrase: (from) => phrases[phraseRank(from)]!,
    topicWord: (from, topic) => topics[topic]![topicRank(from)]!,
  };
}
