import type { PathStep } from '@/lib/db/queries/selects';
import { displayText } from '@/lib/display';
import { showHeading } from './titles';

interface SectionPathProps {
  /** Ancestors, outermost first; the part is the first. */
  path: readonly PathStep[];
  /** Marker and heading as printed. */
  heading: string;
  partKind: string;
}

/** 附件1　四、（一）2.　健全…: the attachment, the markers down to a section, its own heading. */
export function SectionPath({ path, heading, partKind }: SectionPathProps) {
  if (path.length === 0) return partKind === 'notice' ? '正文' : showHeading(heading);
  const part = partKind === 'attachment' ? /^附件\s?\d{0,2}(?=\s|$)/u.exec(path[0]!.heading)?.[0] : undefined;
  const steps = [...path.slice(1).map((step) => step.heading), heading].map(splitMarker);
  const markers = steps.map(({ marker }) => displayText(marker)).join('');
  return [part, markers, showHeading(steps.at(-1)!.words)].filter(Boolean).join('　');
}

const marker =
  /^\s*(?:[一二三四五六七八九十百]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、]|[①-⑳]|第[一二三四五六七八九十百零\d]+[编章节条])/u;

/** 四、 and 加强养老服务体系建设. A callout or a table has no marker. */
function splitMarker(heading: string): { marker: string; words: string } {
  const match = marker.exec(heading)?.[0] ?? '';
  return { marker: match.trim(), words: heading.slice(match.length) };
}
