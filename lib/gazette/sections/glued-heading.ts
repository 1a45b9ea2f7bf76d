import type { Source, Span } from '../source';
import { readMarker } from '../words/markers';
import type { MarkerMatch } from '../words/markers';
import type { OpenSections } from './open-sections';

const longestHeading = 42;

/**
 * Finds a heading that lost its line break: ……落实到位。四、保障措施.
 * Only the next number of what is open counts.
 * @returns the heading, and the offset in the source at which it begins
 */
export function gluedHeadingIn(
  source: Source,
  spans: readonly Span[],
  sections: OpenSections,
): { marker: MarkerMatch; at: number; text: string } | null {
  const last = spans.at(-1)!;
  const words = source.folded.slice(last.start, last.end);
  const stop = words.lastIndexOf('。');
  if (stop < 0 || stop === words.length - 1 || words.length - stop > longestHeading) return null;
  const text = words.slice(stop + 1).trimStart();
  const marker = readMarker(text);
  if (marker?.style !== 'hanComma' || /[。;:,]/.test(text.slice(marker.length))) return null;
  const open = sections.find('hanComma');
  if (!open || marker.ordinal !== open.ordinal + 1) return null;
  return { marker, at: last.start + words.length - text.length, text };
}
