import { createHmac, randomBytes } from 'node:crypto';
import type { ErasedWords } from './mask';

/** By what words are known again that are not kept. */
export interface Trace {
  salt: string;
  /** Characters, without layout. */
  length: number;
  hash: string;
  spans: boolean;
}

/** Makes the trace of words: it does not hold them. */
export function makeTrace({ words, spans }: ErasedWords): Trace {
  const salt = randomBytes(16).toString('hex');
  return { salt, length: words.length, hash: hashOf(words, salt), spans };
}

const hashOf = (words: string, salt: string): string => createHmac('sha256', salt).update(words).digest('hex');

/**
 * Tests whether a text has the words of a trace.
 *
 * It takes one hash for each character.
 * @param blocks its texts without layout, as listBlocks gives them
 */
export function hasTraced(blocks: readonly string[], { salt, length, hash, spans }: Trace): boolean {
  return (spans ? [blocks.join('')] : blocks).some((text) => {
    for (let at = 0; at + length <= text.length; at++)
      if (hashOf(text.slice(at, at + length), salt) === hash) return true;
    return false;
  });
}
