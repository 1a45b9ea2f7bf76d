import { describe, expect, it, vi } from 'vitest';
import { DatabaseAway, RevisionWatch } from './revision-watch';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the revision watch', () => {
  it('gives each caller a reading that began after it asked, by few statements', async () => {
    let [asked, revision] = [0, 1];
    const watch = new RevisionWatch(async () => {
      asked += 1;
      const seen = String(revision);
      await turn();
      return { identity: 'i', revision: seen };
    });
    const first = watch.read();
    revision = 2;
    const later = await Promise.all(Array.from({ length: 50 }, async () => watch.read()));
    expect((await first).revision).toBe('1');
    expect(new Set(later.map((each) => each.revision))).toEqual(new Set(['2']));
    expect(asked).toBe(2);
  });

  it('refuses at once while the database is away, and comes back by itself', async () => {
    vi.useFakeTimers();
    let isThere = false;
    const said: boolean[] = [];
    const ask = vi.fn(() =>
      isThere ? Promise.resolve({ identity: 'i', revision: '1' }) : Promise.reject(new Error('gone')),
    );
    const watch = new RevisionWatch(ask, (isAway) => said.push(isAway));
    await expect(watch.read()).rejects.toThrow(DatabaseAway);
    for (let reader = 0; reader < 20; reader++) await expect(watch.read()).rejects.toThrow(DatabaseAway);
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2500);
    expect(ask).toHaveBeenCalledTimes(3);
    isThere = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect((await watch.read()).revision).toBe('1');
    expect(said).toEqual([true, false]);
    watch.close();
    vi.useRealTimers();
  });
});
