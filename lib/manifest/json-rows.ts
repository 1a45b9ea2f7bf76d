import { collectRows, shortenProblems, type RawRow } from './collect-rows';
import { readColumns, type ManifestColumn } from './columns';
import type { Manifest, ManifestProblem } from './entry';

const SHAPE = 'It holds a list of rows: [{ "file": "2023-5.txt", "title": "…", "index number": "…" }]';

/** Reads a manifest in JSON: a list of rows, or an object with one list. Never throws. */
export function readJsonRows(given: string): Manifest {
  const text = given.replace(/^\ufeff/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return withProblem(describeSyntax(text, error as Error));
  }
  const list = Array.isArray(value) ? value : onlyList(value);
  if (!list) return withProblem({ line: 1, reason: `no list of rows is in it. ${SHAPE}` });
  const lines = listLines(text, Array.isArray(value) ? 1 : 2);
  const unknown = new Set<string>();
  const rows = list.map((row, at) => readRow(row, lines[at] ?? 1, unknown));
  const { rows: found, problems } = collectRows(rows, (column) => column, []);
  return { rows: found, problems: shortenProblems(problems), unknown: [...unknown] };
}

const withProblem = (problem: ManifestProblem): Manifest => ({ rows: [], problems: [problem], unknown: [] });

/** The one list that an object holds: { "files": […] } */
function onlyList(value: unknown): unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const lists = Object.values(value).filter((each) => Array.isArray(each));
  return lists.length === 1 ? lists[0]! : null;
}

function readRow(row: unknown, line: number, unknown: Set<string>): RawRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { line, cells: {}, problem: `this is no row. ${SHAPE}` };
  const entries = Object.entries(row);
  const columns = readColumns(entries.map(([name]) => name));
  const cells: Partial<Record<ManifestColumn, string>> = {};
  let problem: string | undefined;
  for (const [at, [name, value]] of entries.entries()) {
    const column = columns[at];
    if (!column) unknown.add(name);
    else if (value === null || typeof value === 'string' || typeof value === 'number')
      cells[column] = value === null ? '' : String(value);
    else problem = `“${name}” holds more than words. Write a text behind it`;
  }
  return { line, cells, ...(problem === undefined ? {} : { problem }) };
}

function describeSyntax(text: string, { message }: Error): ManifestProblem {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  return { line: before.split('\n').length, reason: `this is no JSON (${message.split('\n')[0]!.slice(0, 200)})` };
}

/** Lists the lines on which the values of the list at a depth of brackets begin. */
function listLines(text: string, depthOfList: number): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let isBetween = false;
  // Of an object with other values too, the list is the one array at its depth.
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n') line++;
    if (/\s/.test(character)) continue;
    const inList = depth === depthOfList && open.at(-1) === '[';
    if (inList && isBetween && character !== ']') {
      lines.push(line);
      isBetween = false;
    }
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') {
      open.push(character);
      depth++;
      if (depth === depthOfList && character === '[') isBetween = true;
    } else if (character === ']' || character === '}') {
      open.pop();
      depth--;
    } else if (character === ',' && inList) isBetween = true;
  }
  return lines;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
