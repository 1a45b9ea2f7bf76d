import { spreadOf, type Spread } from '../statistics';
import { steps, type Step, type Times } from './measure';

/** A corpus and what was measured with it. */
export interface SizeResult {
  documents: number;
  citations: number;
  /** Seconds that it took to make and fill, or null where it was there from an earlier run. */
  build: number | null;
  measured: Times[];
}

/**
 * How much the cost may grow from the smallest corpus to the largest.
 * Index trees get higher, and a small corpus does not fill a page.
 */
const growthLimit = 2;

const stepNames = Object.keys(steps) as Step[];
const spreadOfStep = ({ measured }: SizeResult, step: Step): Spread => spreadOf(measured.map((times) => times[step]));

/**
 * Lists the steps whose cost grows with the corpus.
 * @param results the smallest corpus first
 * @returns a sentence for each
 */
export function reportLines(results: readonly SizeResult[]): string[] {
  const first = results[0]!;
  const count = (value: number): string => value.toLocaleString('en');
  const cell = (result: SizeResult, step: Step): string => {
    const { median, least, most } = spreadOfStep(result, step);
    const ratio = median / spreadOfStep(first, step).median;
    return `${median.toFixed(1)} ms (${least.toFixed(1)}–${most.toFixed(1)})${result === first ? '' : ` × ${ratio.toFixed(2)}`}`;
  };
  return [
    `Processor time of an issue of the project's own generator, median of ${first.measured.length}, least–most; × is against the smallest corpus of the same run.`,
    '',
    `| | ${results.map(({ documents }) => `${count(documents)} documents`).join(' | ')} |`,
    `|---|${results.map(() => '---').join('|')}|`,
    `| citations | ${results.map(({ citations }) => count(citations)).join(' | ')} |`,
    ...stepNames.map((step) => `| ${steps[step]} | ${results.map((result) => cell(result, step)).join(' | ')} |`),
    '',
    ...results.flatMap(({ documents, build }) =>
      build === null ? [] : [`${count(documents)} documents were made and stored in ${build.toFixed(0)} s.`],
    ),
  ];
}

/**
 * Lists the steps whose cost grows with the corpus.
 * @param results the smallest corpus first
 * @returns a sentence for each
 */
export function judge(results: readonly SizeResult[]): string[] {
  const [first, last] = [results[0]!, results.at(-1)!];
  if (first === last) return [];
  return stepNames.flatMap((step) => {
    const growth = spreadOfStep(last, step).median / spreadOfStep(first, step).median;
    return growth <= growthLimit
      ? []
      : [
          `FAILED: ${steps[step]} costs ${growth.toFixed(1)} times as much with ${last.documents} documents as with ${first.documents}; at most ${growthLimit} times are allowed.`,
        ];
  });
}
