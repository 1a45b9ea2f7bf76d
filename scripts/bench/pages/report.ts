import type { MeasuredPage } from './measure';

const KILOBYTE = 1024;
const kilobytes = (bytes: number): string => (bytes / KILOBYTE).toFixed(1);

/** Takes what was measured; gives a table in Markdown. */
export function describePages(pages: readonly MeasuredPage[]): string[] {
  return [
    '',
    '| page | HTML KB | CSS KB | JS KB | other KB | requests | first byte ms | largest paint ms | layout shift |',
    '|---|---|---|---|---|---|---|---|---|',
    ...pages.map(({ name, measured: of }) =>
      [
        `| ${name}`,
        ...[of.html, of.css, of.script, of.other].map(kilobytes),
        of.requests,
        of.firstByte.toFixed(0),
        of.largestPaint.toFixed(0),
        `${of.shift.toFixed(3)} |`,
      ].join(' | '),
    ),
    '',
  ];
}

/** Compressed bytes that a page may have at most. */
const LIMITS = { html: 120 * KILOBYTE, script: 150 * KILOBYTE } as const;
/**
 * Milliseconds within which a phone on a slow line shows the page: 3 s is what sites of governments
 * promise.
 */
const PAINT_LIMIT = 3000;
/** Above it a shift is felt (web.dev: good is below 0.1); a page without pictures needs none. */
const SHIFT_LIMIT = 0.02;

/** Takes what was measured; gives a sentence for each figure that is above its limit. */
export function judgePages(pages: readonly MeasuredPage[]): string[] {
  return pages.flatMap(({ name, measured: { html, script, largestPaint, shift } }) => [
    ...(html > LIMITS.html ? [`FAILED: ${name} has ${kilobytes(html)} KB of HTML, at most 120 are allowed`] : []),
    ...(script > LIMITS.script
      ? [`FAILED: ${name} has ${kilobytes(script)} KB of script, at most 150 are allowed`]
      : []),
    ...(largestPaint > PAINT_LIMIT
      ? [`FAILED: ${name} shows itself after ${largestPaint.toFixed(0)} ms, 3000 are allowed`]
      : []),
    ...(shift > SHIFT_LIMIT ? [`FAILED: ${name} shifts by ${shift.toFixed(3)} while it loads`] : []),
  ]);
}
