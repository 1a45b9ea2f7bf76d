import { matchRoute } from './routes';

/** What can stand in an address of the portal; everything else was glued to it. */
const addressWords = /^[A-Za-z0-9._-]+/;
/** Signs that end a sentence, and none that an address ends in. */
const gluedSigns = /[.。，,、；;：:！!？?）)】\]」』》〉>”"’'…~～]+$/u;
/** Percent signs that a chat program encoded once more. */
const mostDecodings = 3;

/**
 * Gives a path without what was glued to it when a link was passed on.
 *
 * …/shizhengfa-2023-2。 and …/shizhengfa-2023-2，请查收 are cut where the address ends; capitals become
 * small; what was encoded twice is decoded.
 * @param path percent-encoded, as it was sent
 * @returns null where nothing is wrong with it
 */
export function mendPath(path: string): string | null {
  const segments: string[] = [];
  for (const encoded of path.split('/').filter(Boolean)) {
    const segment = decodeAll(encoded);
    if (segment === null) return null;
    const words = addressWords.exec(segment)?.[0];
    if (words === undefined) {
      // A 文号: its reader knows brackets and stops.
      segments.push(/%25/.test(encoded) ? encodeURIComponent(segment) : encoded);
      continue;
    }
    const plain = words.replace(gluedSigns, '').toLowerCase();
    // %73earch has nothing glued to it: it is not search, and stays what it is.
    segments.push(plain === segment && !/%25/.test(encoded) ? encoded : plain);
    if (words.length < segment.length || words.endsWith('.')) break;
  }
  const mended = `/${segments.join('/')}`;
  if (mended === path || mended === '/' || segments.includes('')) return null;
  const route = matchRoute(mended);
  return route === null || /^\/(?:api|_next)/.test(route.pattern) ? null : mended;
}

function decodeAll(encoded: string): string | null {
  let text = encoded;
  for (let time = 0; time < mostDecodings && text.includes('%'); time++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      return time === 0 ? null : text;
    }
  }
  return text.includes('\0') || text.includes('/') ? null : text;
}
