import ts from 'typescript';
import type { LintedFile } from './exported-names';

/** A first sentence that is longer is read twice. */
const mostWords = 15;

/**
 * Finds doc comments of exported declarations whose first sentence is longer than 15 words.
 * A run of Chinese characters, a number or a piece of code counts as one word.
 * @returns a sentence for each, with file and line
 */
export function findLongSentences(files: readonly LintedFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    return tree.statements.flatMap((statement) => {
      if (!isExported(statement)) return [];
      const comment = (ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1)?.comment ?? '') as unknown;
      const words = countWords(firstSentence(typeof comment === 'string' ? comment : ''));
      if (words <= mostWords) return [];
      const { line } = tree.getLineAndCharacterOfPosition(statement.getStart());
      return [`${path}:${line + 1} has a first sentence of ${words} words, more than ${mostWords}.`];
    });
  });
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Up to a full stop, a question mark or a blank line; a colon before an example ends it too. */
const firstSentence = (comment: string): string => comment.split(/[.!?](?=\s|$)|\n\n|:\s/, 1)[0]!;

const countWords = (sentence: string): number =>
  sentence
    .replace(/`[^`]*`/g, ' x ')
    .split(/\s+|(?<=[a-z])-(?=[a-z])/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
