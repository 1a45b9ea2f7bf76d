import { table as wordTable, cell, definition, docxOf, list, numbered, paragraph, run } from './docx';

/** A document as an author thinks of it, to be written in any format. */
export type Piece =
  | { kind: 'line'; text: string }
  /** An automatic number where the format has them: level 0 一、, 1 (一), 2 1. */
  | { kind: 'item'; level: 0 | 1 | 2; text: string }
  | { kind: 'table'; caption: string; rows: string[][] };

const numerals = '一二三四五六七八九十';

/** Numbers of the items, as an author would type them. */
function typed(pieces: readonly Piece[]): { piece: Piece; label: string }[] {
  const counters = [0, 0, 0];
  return pieces.map((piece) => {
    if (piece.kind !== 'item') return { piece, label: '' };
    const value = ++counters[piece.level]!;
    counters.fill(0, piece.level + 1);
    const numeral = numerals.charAt(value - 1);
    return { piece, label: [`${numeral}、`, `(${numeral})`, `${value}. `][piece.level]! };
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The document as plain text, its tables drawn with pipes. */
export const asText = (pieces: readonly Piece[]): string =>
  typed(pieces)
    .flatMap(({ piece, label }) =>
      piece.kind === 'table'
        ? [piece.caption, piece.rows.map((row) => row.join(' | ')).join('\n')]
        : [label + piece.text],
    )
    .join('\n\n');

/** The document as Markdown. */
export const asMarkdown = (pieces: readonly Piece[]): string =>
  typed(pieces)
    .map(({ piece, label }) => {
      if (piece.kind !== 'table')
        return `${piece.kind === 'item' && piece.level === 0 ? '## ' : ''}${label}${piece.text}`;
      const rows = piece.rows.map((row) => `| ${row.join(' | ')} |`);
      return [piece.caption, '', rows[0], `|${piece.rows[0]!.map(() => '---|').join('')}`, ...rows.slice(1)].join('\n');
    })
    .join('\n\n');

/** The document as a web page. */
export const asHtml = (pieces: readonly Piece[]): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>文件</title><nav><a href="/">首页</a><a href="/a">要闻</a><a href="/b">公开</a></nav><main>${typed(
    pieces,
  )
    .map(({ piece, label }) =>
      piece.kind === 'table'
        ? `<table><caption>${piece.caption}</caption>${piece.rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('')}</table>`
        : `<p>${escaped(label + piece.text)}</p>`,
    )
    .join('\n')}</main><footer>主办：<a href="/x">示例市</a></footer>`;

/** The document as Word writes it: its numbers are counted, not typed. */
export const asDocx = (pieces: readonly Piece[]): Uint8Array =>
  docxOf(
    pieces
      .map((piece) =>
        piece.kind === 'table'
          ? paragraph(piece.caption) + wordTable(piece.rows.map((row) => row.map((text) => cell(text))))
          : piece.kind === 'item'
            ? numbered(1, piece.level, piece.text)
            : `<w:p>${[...piece.text].map((character) => run(character)).join('')}</w:p>`,
      )
      .join(''),
    { numbering: definition(0, ['chineseCounting %1、', 'chineseCounting (%2)', 'decimal %3.']) + list(1, 0) },
  );
