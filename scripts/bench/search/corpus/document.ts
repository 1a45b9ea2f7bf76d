import type * as ast from '@/lib/gazette/ast';
import { makeWriter, type Writer } from './language';
import { makeTitle } from './names';
import * as nodes from './nodes';
import { hanNumeral } from './numerals';
import type { DocumentPlan } from './plan';
import { integer, pick, randomFrom, type Random } from '../random';
import type { Vocabulary } from './vocabulary';

/** What a document needs beside its plan. */
export interface Material {
  vocabulary: Vocabulary;
  /** Called once for each row, in their order; gives what is planted there. */
  plantedIn: () => string[];
  /** Numbers of older documents of the municipality. */
  citable: readonly ast.DocNumber[];
}

/** Share of sections that cite another document, and how. */
const citing = 0.12;
const relations: ast.Relation[] = ['implements', 'implements', 'implements', 'cites', 'cites', 'amends', 'repeals'];
/** A document with fewer rows has one part. */
const fewestRowsOfParts = 10;

/**
 * Writes a planned document as the parser would have found it.
 * It has exactly as many rows as planned.
 */
export function writeDocument(plan: DocumentPlan, material: Material): ast.Document {
  const random = randomFrom(plan.seed);
  const writer = makeWriter(material.vocabulary, plan.topic);
  const parts = planParts(random, plan.rows);
  const annexed = parts.some(({ kind }) => kind === 'annexed');
  const { title, genre, annexed: annexedTitle } = makeTitle(random, plan.agency, writer.words(random, 6), annexed);
  const row = rowWriter(random, writer, material);
  return nodes.document({
    docNumber: nodes.docNumberOf(plan.agency.code, plan.year, plan.serial),
    title,
    genre,
    letterhead: plan.agency.letterhead,
    agency: plan.agency.name,
    signedOn: plan.signedOn,
    category: '政府文件',
    children: parts.map(({ kind, rows }) => {
      const id = kind === 'notice' ? 'n' : kind === 'annexed' ? 'a' : 'f1';
      const name = kind === 'notice' ? title : kind === 'annexed' ? (annexedTitle ?? title) : writer.words(random, 6);
      const opening = row();
      const below = writeSections(random, id, kind, rows - 1, row, writer);
      const frame = kind === 'notice';
      return nodes.part(kind, id, name, [
        ...(frame ? [nodes.addressee('各县区人民政府，市政府各部门：')] : []),
        ...opening,
        ...below,
        ...(frame ? [nodes.signature(plan.agency.name, plan.signedOn)] : []),
      ]);
    }),
  });
}

function planParts(random: Random, rows: number): { kind: ast.Part['kind']; rows: number }[] {
  if (rows < fewestRowsOfParts) return [{ kind: 'notice', rows }];
  const attachment = random() < 0.35 ? integer(random, 2, Math.floor(rows / 3)) : 0;
  const annexed = random() < 0.4 ? Math.floor((rows - attachment) * 0.8) : 0;
  const parts = [
    { kind: 'notice' as const, rows: rows - attachment - annexed },
    { kind: 'annexed' as const, rows: annexed },
    { kind: 'attachment' as const, rows: attachment },
  ];
  return parts.filter((part) => part.rows > 0);
}

/** Gives what writes the own text of the next row. */
function rowWriter(random: Random, writer: Writer, { plantedIn, citable }: Material): () => ast.Paragraph[] {
  return () => {
    const paragraphs = writer.paragraphs(random, plantedIn()).map((text) => nodes.paragraph(nodes.text(text)));
    if (citable.length > 0 && random() < citing)
      paragraphs.push(
        nodes.paragraph(
          nodes.text('按照'),
          nodes.citation(pick(random, citable), pick(random, relations)),
          nodes.text('执行。'),
        ),
      );
    return paragraphs;
  };
}

/** Shapes of numbered headings, outermost first. */
const levels: { style: ast.MarkerStyle; print: (ordinal: number) => string }[] = [
  { style: 'hanComma', print: (ordinal) => `${hanNumeral(ordinal)}、` },
  { style: 'hanBracket', print: (ordinal) => `（${hanNumeral(ordinal)}）` },
  { style: 'digitPoint', print: (ordinal) => `${ordinal}.` },
];

/**
 * Takes how many rows are wanted; gives sections, some inside others, and in attachments tables
 * among them.
 */
function writeSections(
  random: Random,
  part: string,
  kind: ast.Part['kind'],
  rows: number,
  row: () => ast.Paragraph[],
  writer: Writer,
): ast.Block[] {
  const top: ast.Block[] = [];
  const open: ast.Section[] = [];
  const ordinals = [0, 0, 0];
  let tables = 0;
  for (let made = 0; made < rows; made++) {
    if (random() < (kind === 'attachment' ? 0.5 : 0.01)) {
      top.push(writeTable(random, `${part}-biao${++tables}`, row, writer));
      continue;
    }
    const depth = made === 0 ? 0 : integer(random, 0, Math.min(open.length, levels.length - 1));
    ordinals[depth]! += 1;
    ordinals.fill(0, depth + 1);
    open.length = depth;
    const [level, ordinal] = [levels[depth]!, ordinals[depth]!];
    const id = `${part}-${ordinals.slice(0, depth + 1).join('.')}`;
    const heading = writer.words(random, integer(random, 4, 10));
    const section = nodes.section(id, { style: level.style, ordinal, value: level.print(ordinal) }, heading, row());
    (open.at(-1)?.children ?? top).push(section);
    open.push(section);
  }
  return top;
}

const columns = 4;

/** The words of the row's text, cell by cell. */
function writeTable(random: Random, id: string, row: () => ast.Paragraph[], writer: Writer): ast.Table {
  const texts = row().flatMap(({ children }) => children.map((child) => ('value' in child ? child.value : '')));
  const cells = texts.flatMap((text) => text.split(/(?<=[\uff0c\u3001\uff1b\u3002])/));
  const rows = [Array.from({ length: columns }, () => writer.words(random, 2))];
  for (let at = 0; at < cells.length; at += columns)
    rows.push(Array.from({ length: columns }, (_each, column) => cells[at + column] ?? ''));
  return nodes.table(id, writer.words(random, 6), rows);
}
