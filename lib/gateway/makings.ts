import { Busy } from './work-limits';

/** An answer under way, and how many wait for it. */
interface Making<Result> {
  result: Promise<Result>;
  waiting: number;
}

/**
 * Makes each thing once for all who ask for it meanwhile. It goes on when the first of them leaves,
 * and does not begin when all have left.
 */
export class Makings<Result> {
  private readonly open = new Map<string, Making<Result>>();
  private rejectAll: (reason: Error) => void = () => undefined;
  private giveUp = this.renew();

  /**
   * Gives what is made under `key`.
   * @param make gets a question: whether anybody still waits
   * @param left settles when this reader has gone
   */
  async share(
    key: string,
    left: Promise<unknown>,
    make: (isWanted: () => boolean) => Promise<Result>,
  ): Promise<Result> {
    let making = this.open.get(key);
    if (!making) {
      const begun: Making<Result> = { result: Promise.reject(new Busy('Not begun.')), waiting: 0 };
      begun.result.catch(() => undefined);
      begun.result = make(() => begun.waiting > 0).finally(() => {
        if (this.open.get(key) === begun) this.open.delete(key);
      });
      begun.result.catch(() => undefined);
      this.open.set(key, (making = begun));
    }
    const shared = making;
    shared.waiting += 1;
    const gone = left.then(() => Promise.reject(new Busy('The reader has left.')));
    try {
      return await Promise.race([shared.result, gone, this.giveUp]);
    } finally {
      shared.waiting -= 1;
    }
  }

  /** Refuses all who wait, for a reason. What is under way is not for anybody any more. */
  abandon(reason: Error): void {
    this.rejectAll(reason);
    this.giveUp = this.renew();
    this.open.clear();
  }

  private renew(): Promise<never> {
    const promise = new Promise<never>((_resolve, reject) => (this.rejectAll = reject));
    promise.catch(() => undefined);
    return promise;
  }
}
