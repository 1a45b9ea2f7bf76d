import type { ReactNode } from 'react';
import { nameSection, showHeading, type NamedSection, type ShownName } from '@/lib/text/section-names';
import { Marked } from '@/components/search/Marked';

interface SectionPathProps {
  section: NamedSection;
  /** Stretches of marker and heading joined (`printedName`) to mark. */
  marks?: readonly { start: number; end: number }[] | undefined;
}

/** Shows where a section stands and what it is called: 附件1　四、（一）2.　健全…. */
export function SectionPath({ section, marks = [] }: SectionPathProps) {
  const name = nameSection(section);
  return (
    <>
      {name.markers}
      {name.markers && name.heading.trim() && '　'}
      {markHeading(name, marks)}
    </>
  );
}

/** Shows a heading with the marks that fall into it; those of the marker are left out. */
function markHeading({ heading, headingAt }: ShownName, marks: NonNullable<SectionPathProps['marks']>): ReactNode {
  const shown = showHeading(heading);
  if (marks.length === 0) return shown;
  const begin = headingAt + heading.length - heading.trimStart().length;
  const inside = marks
    .map(({ start, end }) => ({ start: Math.max(0, start - begin), end: Math.min(shown.length, end - begin) }))
    .filter(({ start, end }) => start < end);
  return <Marked text={shown} marks={inside} />;
}
