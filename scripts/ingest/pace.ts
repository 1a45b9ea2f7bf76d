import type { FileReport, RunWork } from '@/lib/db/ingest';

/** Milliseconds over which the pace is measured: a run is slower while an issue is large. */
const LATELY = 120_000;

/** How far and how fast a run is. The time that is left follows from the bytes that are left. */
export class Pace {
  readonly #work: RunWork;
  readonly #began: number;
  #files = 0;
  #sections = 0;
  #bytes = 0;
  /** When how many bytes were done, as far back as is needed. */
  readonly #past: { at: number; bytes: number }[];

  /**
   * @param work what there is to do
   * @param began in milliseconds
   */
  constructor(work: RunWork, began: number) {
    this.#work = work;
    this.#began = began;
    this.#past = [{ at: began, bytes: 0 }];
  }

  /** Whether so many files have to be read that not each is worth a line. */
  isLong(files: number): boolean {
    return this.#work.files > files;
  }

  /** Counts a file that is done. */
  add({ outcome, sections, size }: FileReport, now: number): void {
    this.#files++;
    this.#sections += sections;
    if (outcome === 'unchanged') return;
    this.#bytes += size;
    const past = this.#past;
    // One a second is enough.
    if (now - past.at(-1)!.at >= 1000) past.push({ at: now, bytes: this.#bytes });
    while (past.length > 2 && past[1]!.at <= now - LATELY) past.shift();
  }

  /** `20,000 files, 8,000 of them to be read` */
  describeWork(): string {
    const { files, filesToRead } = this.#work;
    return `${grouped(files)} files, ${filesToRead === 0 ? 'none' : grouped(filesToRead)} of them to be read`;
  }

  /** `12,345 sections, 210 a second, about 14 min left` */
  describe(now: number): string {
    const seconds = (now - this.#began) / 1000;
    const perSecond = seconds > 0 ? Math.round(this.#sections / seconds) : 0;
    const left = this.secondsLeft(now);
    return [
      `${grouped(this.#sections)} sections`,
      `${grouped(perSecond)} a second`,
      ...(left === null ? [] : [`about ${describeTime(left)} left`]),
    ].join(', ');
  }

  /** The same with the files before it. */
  describeWithFiles(now: number): string {
    return `${grouped(this.#files)} of ${grouped(this.#work.files)} files, ${this.describe(now)}`;
  }

  /** Gives the time that is left; null while nothing is known of it. */
  secondsLeft(now: number): number | null {
    const left = Math.max(0, this.#work.bytesToRead - this.#bytes);
    const since = this.#past[0]!;
    const done = this.#bytes - since.bytes;
    if (left === 0) return 0;
    return done === 0 ? null : ((now - since.at) / 1000 / done) * left;
  }
}

/** 100000 as 100,000. */
const grouped = (count: number): string => count.toLocaleString('en');

/** 75 as `2 min`; 4000 as `1 h 7 min`. */
function describeTime(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
