/** A piece of the search box: words that were typed as one. */
export interface TypedPiece {
  text: string;
  /** Whether it stood between quotation marks. */
  isPhrase: boolean;
}

/** A term of the search box: one piece, or several of which any will do. */
export interface TypedTerm {
  /** Whether it excludes. */
  minus: boolean;
  /** 标题, 机关, 年, 文号 in any spelling; undefined for none. */
  field: string | undefined;
  /** At least one. */
  pieces: TypedPiece[];
}

const quotes = '"“”„‟＂«»『』「」‘’';
/** 'words' between blanks; the sign inside a word is an apostrophe. */
const STRAIGHT = /(?<=^|\s)'([^'\n]+)'(?=$|\s)/gu;
// -"…", 标题:"…", "…" (any quotation marks; an unclosed one runs to the end), else letters up to the
// next blank or quotation mark.
const TERM = new RegExp(
  `(?<minus>(?<=^|[\\s${quotes}])[-－−])?(?:(?<=^|[\\s${quotes}])(?<field>标题|標題|机关|機關|年|年份|文号|文號)[:：]\\s*)?` +
    `(?:[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]?|(?<word>[^\\s${quotes}]+))`,
  'gu',
);
const BAR = /[|｜]/u;
/** Fields whose value is read as a whole. */
const WHOLE = /^(?:年|年份|文号|文號)$/u;

/** A term by itself, or what joins two of them. */
type Token = (TypedTerm & { isBar?: never }) | { isBar: true; isOr: boolean; written: string };

/**
 * Takes the text of the search box apart into terms. Never throws.
 *
 * Terms are joined by `|`, by `OR`, and by 或者 between phrases, where the second has no field and
 * no minus of its own. What joins nothing is a word, or nothing for `|`.
 */
export function readTerms(q: string): TypedTerm[] {
  const tokens = [...q.replace(STRAIGHT, '"$1"').matchAll(TERM)].flatMap(({ groups }) => tokensOf(groups!));
  const terms: TypedTerm[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!token.isBar) {
      terms.push(token);
      continue;
    }
    const [before, next] = [terms.at(-1), tokens[at + 1]];
    if (before && next && !next.isBar && canJoin(token, before, next)) {
      before.pieces.push(...next.pieces);
      at++;
    } else if (token.isOr)
      terms.push({ minus: false, field: undefined, pieces: [{ text: token.written, isPhrase: false }] });
  }
  return terms;
}

const isPhrase = ({ pieces }: TypedTerm): boolean => pieces.at(-1)!.isPhrase;

function canJoin({ written }: Token & { isBar: true }, before: TypedTerm, next: TypedTerm): boolean {
  if (next.minus || next.field !== undefined || (before.field !== undefined && WHOLE.test(before.field))) return false;
  return written !== '或者' || (isPhrase(before) && isPhrase(next));
}

function tokensOf({ minus, field, phrase, word = '' }: Record<string, string | undefined>): Token[] {
  const pieces = (text: string): TypedPiece[] => [{ text, isPhrase: phrase !== undefined }];
  const term = (text: string): TypedTerm => ({ minus: minus !== undefined, field, pieces: pieces(text) });
  if (phrase !== undefined) return [term(phrase)];
  if (!minus && !field && (word === 'OR' || word === '或者')) return [{ isBar: true, isOr: true, written: word }];
  if (field !== undefined && WHOLE.test(field)) return [term(word)];
  return word
    .split(BAR)
    .flatMap((text, at): Token[] => [
      ...(at > 0 ? [{ isBar: true as const, isOr: false, written: '|' }] : []),
      ...(text === '' ? [] : [at === 0 ? term(text) : { minus: false, field: undefined, pieces: pieces(text) }]),
    ]);
}
