import type { PathStep } from '@/lib/db/queries/selects';
import { showHeading } from './titles';

interface SectionPathProps {
  /** Ancestors, outermost first; the part is the first. */
  path: readonly PathStep[];
  /** Marker and heading as printed. */
  heading: string;
  partKind: string;
}

/** 附件1　四、(一)2. 健全…: the markers above a section, then its own heading. */
export function SectionPath({ path, heading, partKind }: SectionPathProps) {
  if (path.length === 0) return partKind === 'notice' ? '正文' : showHeading(heading);
  const part = partKind === 'notice' ? '' : showHeading(path[0]!.heading);
  const markers = path.slice(1).map((step) => markerOf(step.heading));
  return [part, [...markers, showHeading(heading)].join('')].filter(Boolean).join('　');
}

/** 四、 of 四、加强养老服务体系建设; a heading without a marker whole, and a blank. */
function markerOf(heading: string): string {
  const marker =
    /^\s*(?:[一二三四五六七八九十百]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+[.．、]|第[一二三四五六七八九十百\d]+[编章节条])/u.exec(
      heading,
    );
  return marker ? showHeading(marker[0]) : `${showHeading(heading)}　`;
}
