import type { Span } from '../source';

/** Spans in front of a cut, and behind it; none of them is empty. */
interface CutSpans {
  before: Span[];
  after: Span[];
}

/** Cuts spans at an offset of the source. */
export function cutSpansAt(spans: readonly Span[], offset: number): CutSpans {
  return cutEach(spans, ({ start, end }) => Math.min(Math.max(offset, start), end));
}

/** Cuts spans behind some units of their joined text. */
export function cutSpansBehind(spans: readonly Span[], units: number): CutSpans {
  let left = units;
  return cutEach(spans, ({ start, end }) => {
    const cut = Math.min(start + Math.max(left, 0), end);
    left -= end - start;
    return cut;
  });
}

function cutEach(spans: readonly Span[], cutOf: (span: Span) => number): CutSpans {
  const before: Span[] = [];
  const after: Span[] = [];
  for (const span of spans) {
    const cut = cutOf(span);
    if (cut > span.start) before.push({ start: span.start, end: cut });
    if (span.end > cut) after.push({ start: cut, end: span.end });
  }
  return { before, after };
}
