import 'server-only';
import {
  followLocatorPath,
  paragraphName,
  printedName,
  readLocatorPath,
  type ParagraphAddress,
  type SectionName,
} from '@/lib/gazette';
import { query } from '@/lib/db/search/sql/pool';
import { titleDistance, titleForms } from '@/lib/references/rough-title';

/** A section of a document that a part names. */
export interface SectionOfPath {
  address: string;
  name: string;
}

interface SectionRow extends SectionName {
  address: string;
  partKind: string;
  /** Of an article with several 款. */
  paragraphs: ParagraphAddress[] | null;
}

const SECTIONS = `SELECT "address", "kind", "partKind", "marker", "heading", "paragraphs" FROM "Section" WHERE "documentId" = $1 ORDER BY "position"`;

/**
 * Finds the section that a part names in a document: 第十二条第二款, 附件2.
 * @param part the address of the text that is meant, where a title names it
 * @returns several where nobody knows which is meant; none where there is no such part
 */
export async function findSections(
  documentId: number,
  locator: string,
  { part, title }: { part: string | null; title: string | undefined },
): Promise<SectionOfPath[]> {
  const sections = await query<SectionRow>('reference-sections', SECTIONS, [documentId]);
  const rows = sections.flatMap(withParagraphs);
  const text = part ?? partOfTitle(rows, title);
  const all = rows.map(({ address }) => address);
  const within = text === null ? [] : all.filter((address) => address === text || address.startsWith(`${text}-`));
  const found =
    [within, all]
      .map((addresses) =>
        followLoosely(
          locator,
          rows.filter(({ address }) => addresses.includes(address)),
        ),
      )
      .find((some) => some.length > 0) ?? [];
  return found.flatMap((address) => {
    const row = rows.find((each) => each.address === address);
    return row ? [{ address: row.at, name: row.name }] : [];
  });
}

/** A section, or a 款 in an article, as a part may name it. */
interface NamedRow extends SectionRow {
  /** Where it is found. */
  at: string;
  name: string;
}

function withParagraphs(row: SectionRow): NamedRow[] {
  const own = { ...row, at: row.address, name: printedName(row) };
  // The name of an article has its first words, which may not be those of the 款.
  const inside = (row.paragraphs ?? []).map((each) => ({
    ...row,
    ...each,
    name: row.marker + paragraphName(each.address.slice(row.address.length + 1)),
  }));
  return [own, ...inside];
}

/** Finds the annexed text or attachment that has a title. */
function partOfTitle(rows: readonly NamedRow[], title: string | undefined): string | null {
  if (title === undefined) return null;
  const typed = titleForms(title);
  const parts = rows.filter(({ kind, address }) => kind === 'part' && address !== 'n');
  const fitting = parts.filter(({ heading }) => (titleDistance(typed, titleForms(heading)) ?? 9) <= 2);
  return fitting.length === 1 ? fitting[0]!.address : null;
}

/** 第四条, 第三项 and 第二部分 of a text that counts 一、二、三: the same number at its top. */
function followLoosely(locator: string, rows: readonly NamedRow[]): string[] {
  const addresses = rows.map(({ address }) => address);
  const path = readLocatorPath(locator);
  const exact = path ? followLocatorPath(path, addresses) : [];
  if (exact.length > 0) return exact;
  // 第5条 of a text whose 1. to 13. run on across 一、 and 二、.
  const digits = /^第?(\d{1,3})[条项点款]/.exec(locator)?.[1];
  const counted =
    digits === undefined ? [] : rows.filter(({ marker }) => /^(\d{1,3})[.．、]$/.exec(marker.trim())?.[1] === digits);
  if (counted.length === 1) return [counted[0]!.address];
  const plain = readLocatorPath(locator.replace(/^第([^条项款点章]{1,6})[条项款点章]/, '$1、'));
  if (!plain || plain.paths.length === 0) return [];
  return followLocatorPath(plain, addresses);
}
