/** A value of which a process keeps one for each database. */
export interface PerDatabase<Value> {
  /**
   * Gives the value of the database that this process reads, made at the first call: the one that
   * DATABASE_READ_URL names, else that of DATABASE_URL.
   * @throws Error where DATABASE_URL is missing
   */
  get: () => Value;
  /** Forgets the values of all databases and gives them back, to be closed. */
  clear: () => Value[];
}

/**
 * Keeps one value for each database: a client, a pool, a cache.
 *
 * It is kept on globalThis, because one process may hold a module several times: `next dev`
 * evaluates it anew after every edit, and a build may put it into several bundles. A second pool or
 * cache would be a waste, and a cache that one of them clears would stay full in the other. The
 * value is made at the first call and not at import, because `next build` loads every module, and
 * scripts know the address of the embedded server only after it has started.
 * @param name under which it is kept; no two values share a name
 * @param make takes the connection string
 */
export function perDatabase<Value>(name: string, make: (url: string) => Value): PerDatabase<Value> {
  const holder = globalThis as typeof globalThis & { gongbao?: Map<string, Map<string, unknown>> };
  const all = (holder.gongbao ??= new Map<string, Map<string, unknown>>());
  const values = () => (all.get(name) ?? new Map<string, unknown>()) as Map<string, Value>;
  return {
    get: () => {
      const url = databaseUrl();
      const kept = values();
      if (!kept.has(url)) all.set(name, kept.set(url, make(url)));
      return kept.get(url)!;
    },
    clear: () => {
      const kept = [...values().values()];
      all.delete(name);
      return kept;
    },
  };
}

function databaseUrl(): string {
  const url = process.env.DATABASE_READ_URL || process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      'DATABASE_URL is not set. `npm start` and `npm run dev` set it; a server started by hand needs it in its environment.',
    );
  return url;
}
