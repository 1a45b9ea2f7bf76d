import { describe, expect, it } from 'vitest';
import { Makings } from './makings';
import { Busy, WorkLimits } from './work-limits';

const never = new Promise<never>(() => undefined);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A work that ends when it is told to. */
function stopped<Result>(result: Result) {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  return { work: () => gate.then(() => result), release };
}

describe('makings', () => {
  it('are made once for all who ask meanwhile, and again for who comes later', async () => {
    const makings = new Makings<number>();
    let count = 0;
    const make = async () => {
      await turn();
      return ++count;
    };
    const answers = await Promise.all([1, 2, 3].map(async () => makings.share('a', never, make)));
    expect(answers).toEqual([1, 1, 1]);
    expect(await makings.share('a', never, make)).toBe(2);
  });

  it('go on when the first reader leaves', async () => {
    const makings = new Makings<number>();
    const { work, release } = stopped(1);
    const first = makings.share('a', Promise.resolve(), work);
    const second = makings.share('a', never, work);
    await expect(first).rejects.toThrow(Busy);
    release();
    expect(await second).toBe(1);
  });

  it('know when nobody waits any more', async () => {
    const makings = new Makings<boolean>();
    let isWanted = () => true;
    const gone = makings.share('a', Promise.resolve(), async (question) => {
      isWanted = question;
      await never;
      return true;
    });
    await expect(gone).rejects.toThrow(Busy);
    expect(isWanted()).toBe(false);
  });

  it('leave all who wait when they are abandoned, and begin anew', async () => {
    const makings = new Makings<number>();
    const waiting = makings.share('a', never, () => never);
    makings.abandon(new Error('away'));
    await expect(waiting).rejects.toThrow('away');
    expect(await makings.share('a', never, () => Promise.resolve(2))).toBe(2);
  });
});

describe('the limits of work', () => {
  it('let one client not take all, and refuse what would wait too long', async () => {
    const limits = new WorkLimits();
    const gates = Array.from({ length: 60 }, () => stopped(0));
    let running = 0;
    const greedy = gates.map(({ work }) =>
      limits.run(
        'heavy',
        'greedy',
        () => true,
        () => {
          running += 1;
          return work();
        },
      ),
    );
    const outcomes = Promise.allSettled(greedy);
    await turn();
    expect(running).toBe(1);
    expect(
      await limits.run(
        'heavy',
        'other',
        () => true,
        () => Promise.resolve('served'),
      ),
    ).toBe('served');
    for (const { release } of gates) release();
    const refused = (await outcomes).filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(30);
    expect(refused).toBeLessThan(50);
    expect(
      await limits.run(
        'heavy',
        'greedy',
        () => true,
        () => Promise.resolve('again'),
      ),
    ).toBe('again');
  });

  it('let nobody wait for what fails at present', async () => {
    const limits = new WorkLimits();
    const away = new Error('away');
    const { work, release } = stopped('made');
    const run = () => limits.run('heavy', 'reader', () => true, work);
    const first = run();
    const waiting = run();
    const outcome = expect(waiting).rejects.toThrow(away);
    await turn();
    limits.refuseWaiting('heavy', away);
    await expect(run()).rejects.toThrow(away);
    release();
    expect(await first).toBe('made');
    await outcome;
    expect(await run()).toBe('made');
  });

  it('give the places of those who have left to others', async () => {
    const limits = new WorkLimits();
    const { work, release } = stopped(0);
    let hasLeft = false;
    const outcomes: Promise<unknown>[] = [];
    for (let reader = 0; reader < 20; reader++) {
      outcomes.push(limits.run('heavy', 'greedy', () => !hasLeft, work).catch(() => null));
      await turn();
    }
    const more = () =>
      limits.run(
        'heavy',
        'greedy',
        () => true,
        () => Promise.resolve('served'),
      );
    await expect(more()).rejects.toThrow(Busy);
    hasLeft = true;
    const served = more();
    release();
    expect(await served).toBe('served');
    await Promise.all(outcomes);
  });

  it('do not begin what nobody waits for', async () => {
    const limits = new WorkLimits();
    await expect(
      limits.run(
        'page',
        'a',
        () => false,
        () => Promise.reject(new Error('begun')),
      ),
    ).rejects.toThrow(Busy);
  });
});
