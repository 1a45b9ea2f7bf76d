/** What `npm run bench -- NAME` measures: a file of this folder with a row in subjects.ts. */
export type Bench = Subject | WholeSubject;

/** Measures and judges itself, because it is no matter of bytes per second. */
export interface WholeSubject {
  /** One line for the help. */
  summary: string;
  /** What else the command line takes for it, for the help. */
  paths: string;
  /** Of options that are left out. */
  defaults?: Partial<Pick<WholeRequest, 'clients' | 'seconds'>>;
  /**
   * Prints the report; gives the sentences that say what is not as it should be. Throws an Error
   * that says what is wrong with the request.
   */
  run(request: WholeRequest, print: (line: string) => void): Promise<string[]>;
}

interface WholeRequest {
  paths: string[];
  rounds: number;
  /** How large the corpus is. */
  sections: number;
  /** How large its corpora are, smallest first. */
  documents: number[];
  /** Readers at once, and for how long; 0 seconds leave them out. */
  clients: number;
  seconds: number;
  /** Build anew what an earlier run left. */
  fresh: boolean;
  /** What else finds words. */
  engine: 'postgresql' | 'opensearch';
}

/**
 * Measures cases by speed and memory. The frame gives each round of each
 * case a process of its own, so that no case profits from what another one has warmed up.
 * `Spec` is all that a fresh process needs to make the case ready, as a JSON value.
 */
export interface Subject<Spec = unknown> {
  /** One line for the help. */
  summary: string;
  /** What the paths are for, for the help. */
  paths: string;
  /** Which cases there are. Throws an Error that says what is wrong with the paths. */
  plan(request: BenchRequest): Promise<Plan<Spec>>;
  /** In the fresh process: makes everything ready that is not to be measured. */
  load(spec: Spec): Promise<Load>;
  /** Sentences that say what is not as it should be; none when all is well. */
  judge(results: readonly CaseResult<Spec>[]): string[];
}

export interface BenchRequest {
  /** Absolute. */
  paths: string[];
  /** How many times the large cases hold the small one. */
  times: number;
}

interface Plan<Spec> {
  /** What is measured, and what was made up for it: shown above the figures. */
  notes: string[];
  cases: { name: string; spec: Spec }[];
}

export interface Load {
  /** Size of the source in UTF-8. */
  bytes: number;
  /** Gives something that holds its result, so that the result's size can be seen. */
  work: () => unknown;
  /** A text of the kind that is worked on, for the yardstick. */
  text: string;
}

/** What one process measured. */
export interface Round {
  bytes: number;
  /** Seconds on the clock. */
  seconds: number;
  /** Seconds of the processor, threads of the collector included. */
  processorSeconds: number;
  /**
   * Seconds of the processor that the yardstick takes for a byte: machines differ, and so do
   * minutes of a busy machine.
   */
  yardstickPerByte: number;
  /** Bytes of memory of the process above what it had before the work, at the highest. */
  peakMemory: number;
  /** Bytes by which the heap had grown when the work was done. */
  heapGrowth: number;
  /** Bytes of the heap that the result holds. */
  resultHeap: number;
}

export interface CaseResult<Spec = unknown> {
  name: string;
  spec: Spec;
  rounds: Round[];
}
