/** The longest time between a request for a collection and its begin, in milliseconds. */
const SOON = 100;

let asked = false;

/**
 * Has buffers that nobody holds any more given back to the system, soon.
 *
 * V8 lets 64 MB of them stand and more while it marks, whatever a process may take. Does nothing
 * without `--expose-gc`.
 */
export function collectGarbage(): void {
  const { gc } = globalThis;
  if (!gc || asked) return;
  asked = true;
  setTimeout(() => {
    asked = false;
    gc();
  }, SOON).unref();
}
