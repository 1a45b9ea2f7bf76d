import { MultiBar, Presets } from 'cli-progress';

/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 10_000;

/** Shows how far a long work is. */
export interface Progress {
  /** Takes the number of steps, once. */
  start: (total: number) => void;
  /** One more step is done. */
  step: () => void;
  /** Prints a line without disturbing the bar. */
  say: (line: string) => void;
  /** The same to standard error, where there is no terminal. */
  complain: (line: string) => void;
  stop: () => void;
}

/**
 * Shows a bar on a terminal, and elsewhere a line every ten seconds.
 *
 * Both tell the time that is left.
 * @param done what is done with each step: `read anew`
 */
export function makeProgress(done: string, lines: Pick<Progress, 'say' | 'complain'>): Progress {
  return process.stdout.isTTY ? makeBar(done) : makeLines(done, lines);
}

function makeBar(done: string): Progress {
  const bars = new MultiBar(
    {
      format: ` {bar} {value}/{total} ${done}{left}`,
      clearOnComplete: true,
      gracefulExit: false,
      stream: process.stdout,
    },
    Presets.shades_classic,
  );
  const log = (line: string): void => bars.log(`${line}\n`);
  let bar: ReturnType<MultiBar['create']> | undefined;
  const pace = new Pace();
  return {
    start: (total) => {
      pace.start(total);
      bar = bars.create(total, 0, { left: '' });
    },
    step: () => {
      pace.step();
      bar?.increment(1, { left: pace.left() });
    },
    say: log,
    complain: log,
    stop: () => {
      // Lines that wait for the next redrawing would be lost.
      bars.update();
      bars.stop();
    },
  };
}

function makeLines(done: string, { say, complain }: Pick<Progress, 'say' | 'complain'>): Progress {
  const pace = new Pace();
  let timer: NodeJS.Timeout | undefined;
  return {
    start: (total) => {
      pace.start(total);
      timer = setInterval(() => say(`${pace.done} of ${pace.total} ${done}${pace.left()}`), LINE_EVERY).unref();
    },
    step: () => pace.step(),
    say,
    complain,
    stop: () => clearInterval(timer),
  };
}

/** How fast steps are done. */
class Pace {
  done = 0;
  total = 0;
  private began = performance.now();

  start(total: number): void {
    this.total = total;
    this.began = performance.now();
  }

  step(): void {
    this.done++;
  }

  /** Gives the time that is left as words, once it can be told. */
  left(): string {
    if (this.done === 0 || this.done >= this.total) return '';
    const seconds = ((performance.now() - this.began) / 1000 / this.done) * (this.total - this.done);
    return `, ${describeSeconds(seconds)} left`;
  }
}

/** Gives a time as words: `45 s`, `12 min`, `1 h 5 min`. */
export function describeSeconds(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
