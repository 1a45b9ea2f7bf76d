import { LineCounter, Lexer, Parser } from 'yaml';
import type { CorrectionProblem } from './entry';

/** The time that the library takes grows with the square of these, and memory with the text. */
const mostCharacters = 1_000_000;
const deepest = 12;
const mostKeys = 100;
const mostInRow = 10_000;
const mostDirectives = 10;

/**
 * Finds what is larger or deeper than any corrections file, before it is read.
 * @returns null where nothing is
 */
export function findExcess(text: string): CorrectionProblem | null {
  if (text.length > mostCharacters)
    return {
      line: 1,
      reason: `it has ${text.length.toLocaleString('en')} characters, at most ${mostCharacters.toLocaleString('en')} are read. Split it among the folders of the texts`,
    };
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  let directives = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const { type } of parser.next(lexeme)) if (type === 'directive') directives++;
    const excess = directives > mostDirectives ? `more than ${mostDirectives} directives (%)` : excessOf(parser);
    if (excess !== null)
      return { line: lines.linePos(parser.offset).line, reason: `it has ${excess}. Compare it with the sample` };
  }
  return null;
}

/** What the collections are in excess of that are open in a parser. */
function excessOf({ stack }: Parser): string | null {
  if (stack.length > deepest) return `more than ${deepest} levels in each other`;
  const top = stack.at(-1);
  if (top?.type === 'block-map' && top.items.length > mostKeys) return `an entry of more than ${mostKeys} keys`;
  if (top?.type !== 'flow-collection') return null;
  // Commas without a value stand in front of the next one.
  const signs = top.items.at(-1)?.start.length ?? 0;
  return top.items.length + signs > mostInRow ? `more than ${mostInRow} values between two brackets` : null;
}
