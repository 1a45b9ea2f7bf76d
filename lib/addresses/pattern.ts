// A pattern is the address of a route as its folder below app/ spells it:
// /[municipality]/issues/[year]/[number], /wenhao/[...spelling], /zh-hant/[[...path]].

/**
 * The parameters of a pattern, decoded. `[year]` is one segment, `[...spelling]` one or more,
 * `[[...path]]` any number.
 */
export type PatternParams<Pattern extends string> = Pattern extends `${infer Segment}/${infer Rest}`
  ? SegmentParams<Segment> & PatternParams<Rest>
  : SegmentParams<Pattern>;

type SegmentParams<Segment extends string> = Segment extends `[[...${infer Name}]]` | `[...${infer Name}]`
  ? Record<Name, readonly string[]>
  : Segment extends `[${infer Name}]`
    ? Record<Name, string>
    : unknown;

/** The further arguments of a function that takes a pattern: its parameters, if it has any. */
export type PatternArguments<Pattern extends string> =
  unknown extends PatternParams<Pattern> ? [] : [params: PatternParams<Pattern>];

/** A fixed word, or the name of a parameter that takes one segment or all that are left. */
type Step = { word: string } | { name: string; takes: 'one' | 'some' | 'any' };

const PARAMETER = /^(?:\[\[\.{3}(?<any>\w+)\]\]|\[\.{3}(?<some>\w+)\]|\[(?<one>\w+)\])$/;

function readStep(segment: string): Step {
  const { any, some, one } = PARAMETER.exec(segment)?.groups ?? {};
  if (any !== undefined) return { name: any, takes: 'any' };
  if (some !== undefined) return { name: some, takes: 'some' };
  return one === undefined ? { word: segment } : { name: one, takes: 'one' };
}

const readPatterns = new Map<string, readonly Step[]>();

/** The steps of a pattern, read once: a long page prints thousands of addresses. */
function stepsOf(pattern: string): readonly Step[] {
  const known = readPatterns.get(pattern) ?? splitPath(pattern).map(readStep);
  readPatterns.set(pattern, known);
  return known;
}

/** Splits a path into its segments, still percent-encoded. */
export const splitPath = (path: string): string[] => path.split('/').filter(Boolean);

/** Prints the path of a pattern. Each segment is percent-encoded, including a slash inside it. */
export function printPattern<Pattern extends string>(pattern: Pattern, ...[params]: PatternArguments<Pattern>): string {
  const given = (params ?? {}) as Record<string, string | readonly string[]>;
  const segments = stepsOf(pattern).flatMap((step) =>
    'word' in step ? [step.word] : [given[step.name] ?? []].flat().map(encodeURIComponent),
  );
  return `/${segments.join('/')}`;
}

/**
 * Decodes a segment strictly.
 * @returns null where it is badly encoded or has a zero byte, which PostgreSQL cannot store
 */
export function decodeStrictly(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The values that a path has for the parameters of a pattern, decoded. */
export type ReadParams = Record<string, string | readonly string[]>;

/**
 * Makes a function that reads the parameters of a pattern from a path's segments. As in Next, fixed
 * words have to be spelled out: `%73earch` is not `search`.
 * @returns a function of the encoded segments; it gives null for a path of another pattern
 */
export function compilePattern(pattern: string): (segments: readonly string[]) => ReadParams | null {
  const steps = stepsOf(pattern);
  const last = steps.at(-1);
  const isOpen = last !== undefined && 'name' in last && last.takes !== 'one';
  const least = steps.length - (isOpen && last.takes === 'any' ? 1 : 0);
  return (segments) => {
    if (segments.length < least || (!isOpen && segments.length > least)) return null;
    const params: ReadParams = {};
    for (const [at, step] of steps.entries()) {
      if ('word' in step) {
        if (segments[at] !== step.word) return null;
        continue;
      }
      const decoded = segments.slice(at, step.takes === 'one' ? at + 1 : undefined).map(decodeStrictly);
      if (!decoded.every((segment) => segment !== null)) return null;
      params[step.name] = step.takes === 'one' ? decoded[0]! : decoded;
    }
    return params;
  };
}
