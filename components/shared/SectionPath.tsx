import type { ReactNode } from 'react';
import type { PathStep } from '@/lib/db/queries/selects';
import { typesetText } from '@/lib/text/typography';
import { Marked } from '@/components/search/Marked';
import { showHeading } from '@/lib/views/document/document-titles';

interface SectionPathProps {
  /** Ancestors, outermost first; the part is the first. */
  path: readonly PathStep[];
  /** Marker and heading as printed. */
  heading: string;
  partKind: string;
  /** Stretches of `heading` to mark. */
  marks?: readonly { start: number; end: number }[] | undefined;
}

/** 附件1　四、（一）2.　健全…: the attachment, the markers down to a section, its own heading. */
export function SectionPath({ path, heading, partKind, marks = [] }: SectionPathProps) {
  if (path.length === 0) return partKind === 'notice' ? '正文' : markHeading(heading, 0, marks);
  const part = partKind === 'attachment' ? /^附件\s?\d{0,2}(?=\s|$)/u.exec(path[0]!.heading)?.[0] : undefined;
  const steps = [...path.slice(1).map((step) => step.heading), heading].map(splitMarker);
  const markers = steps.map(({ marker }) => typesetText(marker)).join('');
  const last = steps.at(-1)!;
  const way = [part, markers].filter(Boolean).join('　');
  const name = markHeading(last.words, heading.length - last.words.length, marks);
  return (
    <>
      {way}
      {way && last.words.trim() && '　'}
      {name}
    </>
  );
}

/**
 * Takes the end of a heading and where in it that begins; gives it as it is shown, with the marks
 * that fall into it.
 */
function markHeading(words: string, from: number, marks: NonNullable<SectionPathProps['marks']>): ReactNode {
  const shown = showHeading(words);
  if (marks.length === 0) return shown;
  const begin = from + words.length - words.trimStart().length;
  const inside = marks
    .map(({ start, end }) => ({ start: Math.max(0, start - begin), end: Math.min(shown.length, end - begin) }))
    .filter(({ start, end }) => start < end);
  return <Marked text={shown} marks={inside} />;
}

const marker =
  /^\s*(?:[一二三四五六七八九十百]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、]|[①-⑳]|第[一二三四五六七八九十百零\d]+[编章节条])/u;

/** 四、 and 加强养老服务体系建设. A callout or a table has no marker. */
function splitMarker(heading: string): { marker: string; words: string } {
  const match = marker.exec(heading)?.[0] ?? '';
  return { marker: match.trim(), words: heading.slice(match.length) };
}
