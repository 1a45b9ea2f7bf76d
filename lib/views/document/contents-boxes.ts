import type { OutlineEntry } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { nameOfTable, showHeading, showLabel } from '@/lib/text/section-names';

/** A 专栏 or a table as the contents list it. */
export interface ListedBox {
  id: string;
  name: string;
}

/** What stands between the sections of a document, in the order of the text. */
interface ListedBoxes {
  callouts: ListedBox[];
  tables: ListedBox[];
}

/** What a table is called that has neither a caption nor an attachment. */
const UNNAMED = '表';

/**
 * Lists the 专栏 and tables of a document, wherever in its sections they stand.
 *
 * A table without a caption is called by its attachment or by the section around it.
 */
export function listBoxes(outline: readonly OutlineEntry[], tree: ast.Document): ListedBoxes {
  const boxes: ListedBoxes = { callouts: [], tables: [] };
  const visit = (entry: OutlineEntry, around: string): void => {
    if (entry.kind === 'callout') boxes.callouts.push({ id: entry.id, name: showHeading(entry.heading) });
    if (entry.kind === 'table') boxes.tables.push({ id: entry.id, name: nameTable(entry, around, tree) });
    const own = entry.kind === 'part' ? showLabel(entry.marker) : showHeading(entry.heading);
    for (const child of entry.children) visit(child, own || around);
  };
  for (const part of outline) visit(part, '');
  return boxes;
}

function nameTable({ id, heading }: OutlineEntry, around: string, tree: ast.Document): string {
  const caption = showHeading(heading);
  if (caption !== '' && caption !== UNNAMED) return caption;
  const name = nameOfTable(id, tree);
  return name !== UNNAMED || around === '' ? name : `${around}：${UNNAMED}`;
}

/** Tells whether an entry is a section, not something that stands between sections. */
export const isOfSections = ({ kind }: OutlineEntry): boolean => kind === 'part' || kind === 'section';
