import { displayText } from '@/lib/display';

/** 印发的方案 · 一、实施背景: a heading as contents lists and page titles show it, without the full stop of a run-in heading. */
export const showHeading = (heading: string): string => displayText(heading.trim()).replace(/[。：:；;，,]+$/u, '');

/** What a document is called in a line: its number, or its title where it has none. */
export const nameDocument = (document: { docNumber: string | null; title: string }): string =>
  document.docNumber ?? displayText(document.title);
