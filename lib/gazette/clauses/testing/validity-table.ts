import type * as ast from '@/lib/gazette/ast';
import { parseGazette } from '@/lib/gazette/index';
import { readNumeral } from '@/lib/gazette/words/numbers';
import cases from './validity-table.json';

// Clauses with their right readings, written by somebody who had not seen the grammar.

/** What another document is told. */
interface Told {
  number: string | null;
  title: string | null;
  from?: string | null;
  part?: string | null;
  operations?: { op: string; target: string; old?: string; new?: string }[];
}

/** A clause, the document that has it, and what a careful reader takes from it. */
export interface ValidityCase {
  kind: string;
  document: {
    title: string;
    number: string | null;
    signedOn: string | null;
    publishedOn: string | null;
    block?: Record<string, string>;
  };
  sentence: string;
  right: {
    inForceFrom?: string;
    expiresOn?: string;
    titlePeriodEnds?: string;
    stated?: { state: string; from: string | null };
    conflict?: boolean;
    repeals?: Told[];
    extends?: Told[];
    amends?: Told[];
    reissues?: Told[];
  };
  accept?: { inForceFrom?: string[]; expiresOn?: string[] } & Record<string, unknown>;
}

/** The cases. */
export const table = (cases as unknown as { cases: ValidityCase[] }).cases;

/** Writes and parses the printed text that ends with a case's clause. */
export function textOfCase({
  document: { title, number, signedOn, publishedOn, block },
  sentence,
}: ValidityCase): ast.Gazette {
  const article = /^第([^条]{1,5})条/.exec(sentence)?.[1];
  const before = Array.from({ length: (readNumeral(article ?? '') ?? 1) - 1 }, (_, at) => `第${at + 1}条　认真执行。`);
  const [year, month, day] = (signedOn ?? '').split('-').map(Number);
  const text = [
    ...(publishedOn === null ? [] : [`发布日期：${publishedOn}`]),
    ...Object.entries(block ?? {}).map(([key, value]) => `${key}：${value}`),
    ...(number === null ? [] : [number]),
    title,
    '各县（区）人民政府，市政府各部门：',
    ...(before.length > 0 ? before : ['各有关单位应当认真执行。']),
    ...sentence.split('\n'),
    '云岭市人民政府',
    ...(signedOn === null ? [] : [`${year}年${month}月${day}日`]),
  ];
  return parseGazette(text.map((line) => `　　${line}`).join('\n')).tree;
}

/** The document of a case. */
export const documentOfCase = (row: ValidityCase): ast.Document =>
  textOfCase(row).children.find((child) => child.type === 'document')!;
