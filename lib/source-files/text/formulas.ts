import { power } from './raised';

/** A part of a formula, from MathML or from Word. */
export interface Formula {
  kind: 'fraction' | 'power' | 'index' | 'root' | 'row';
  /** Numerator and denominator; base and what stands above or below it; what is under the root. */
  parts: readonly string[];
}

const simple = /^[\p{L}\p{N}.%]*$/u;
const inBrackets = (words: string): string => (simple.test(words) ? words : `(${words})`);

/** Writes a formula as one line: a/b, x², √(a+b). */
export function writeFormula({ kind, parts }: Formula): string {
  const [first = '', second = ''] = parts.map((part) => part.trim());
  switch (kind) {
    case 'fraction':
      return `${inBrackets(first)}/${inBrackets(second)}`;
    case 'power':
      return `${inBrackets(first)}${power(second)}`;
    case 'index':
      return `${first}${simple.test(second) ? second : `(${second})`}`;
    case 'root':
      return `√${inBrackets(first)}`;
    case 'row':
      return parts.join('');
  }
}
