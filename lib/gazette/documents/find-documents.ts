import type * as ast from '../ast';
import type { FrontMatter } from '../front/front-matter';
import { fieldValue } from '../front/portal';
import type { Line } from '../line';
import { keyOf } from '../words/chars';
import { readNumberLine } from '../words/doc-number';
import type { EntryIndex } from './entry-index';
import { findHeads } from './head-finder';
import type { Head } from './head';
import { headWithoutNumber } from './standalone-head';

/** Finds where documents begin; a standalone text may begin one without any number. */
export function findDocuments(
  lines: readonly Line[],
  entries: EntryIndex,
  { kind, bodyFrom, fields }: FrontMatter,
): Head[] {
  const standalone = kind === 'standalone';
  const heads = findHeads(lines, entries, bodyFrom, standalone);
  if (!standalone) return heads;
  const first = heads[0] ?? headWithoutNumber(lines, bodyFrom, lines.length);
  return first ? [completeFromPortal(first, fields), ...heads.slice(1)] : [];
}

/** A portal names number and title of a document that prints none itself: 发文字号: 示政发〔2024〕7号. */
function completeFromPortal(head: Head, fields: readonly ast.MetadataField[]): Head {
  const value = fieldValue(fields, /^(?:文号|发文字号|发布文号)$/);
  const docNumber = value && !head.docNumber ? readNumberLine(keyOf(value).replace(/\|.*$/, '')) : null;
  const title = fieldValue(fields, /^(?:标题|名称|信息名称|文件名称)$/)?.replace(/(?<!\s)\s*\|.*$/, '');
  const named = title && head.titleTo === head.titleFrom ? title : undefined;
  return { ...head, ...(docNumber ? { docNumber } : {}), ...(named ? { named } : {}) };
}
