import { Fragment } from 'react';
import { displayText } from '@/lib/display';

interface MarkedProps {
  text: string;
  /** Stretches to mark: UTF-16 units of `text`, ascending and apart. */
  marks: readonly { start: number; end: number }[];
}

/** A text with stretches of it marked. Shown with full-width punctuation, which keeps every place. */
export function Marked({ text, marks }: MarkedProps) {
  const shown = displayText(text);
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <Fragment key={start}>
          {shown.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{shown.slice(start, end)}</mark>
        </Fragment>
      ))}
      {shown.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
