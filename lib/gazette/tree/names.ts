/** What names something with an address: its number and its words, as printed. */
export interface SectionName {
  /** part, section, callout, table */
  kind: string;
  /** 一、 · 2.1.3 · of a part its label, 附件1; empty where there is none. */
  marker: string;
  /** 总体要求; of a paragraph without a name its first words. */
  heading: string;
}

/** A step of the path from a document's part down to a section. */
export interface PathStep extends SectionName {
  address: string;
}

/**
 * Tells of a printed marker whether a blank parts it from the words behind it.
 * @returns true for 第一章 总则 and 1.1 编制目的, false for 一、总体要求
 */
export const isSetApart = (marker: string): boolean => /^第|\d$/u.test(marker);

/**
 * Joins marker and heading as they stand in print: 一、总体要求 · 第一章 总则 · 附件1 食堂名单.
 */
export function printedName({ kind, marker, heading }: SectionName): string {
  const apart = marker !== '' && heading !== '' && (kind === 'part' || isSetApart(marker));
  return `${marker}${apart ? ' ' : ''}${heading}`;
}
