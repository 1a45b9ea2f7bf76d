import { failurePage, isFailureShell } from './failure-page';

/**
 * Takes out of a finished page what only React and Next's router need.
 * That is their scripts and preloads, the copy of the page for hydration, and comments that mark
 * its texts. All else stays byte for byte. A page that could not be rendered, which only script
 * would fill, becomes one that says so.
 *
 * Whatever is not known to be safe leaves the page unchanged, so that React takes it over: parts
 * that arrive late and wait for a script, a script of Next that is not in the list, a page that is
 * cut off. A page without a copy for hydration is none of Next's, or has been here before.
 */
export function withoutFramework(html: string): string {
  if (isFailureShell(html)) return failurePage(html);
  if (!/<\/body>\s*<\/html>\s*$/.test(html.slice(-100))) return html;
  const kept: string[] = [];
  let from = 0;
  let hasCopy = false;
  const marks = /<!--|<(?:script|link|template)\b|<div hidden=""(?: id="S:|><!--\$--><!--\/\$--><\/div>)/g;
  for (let match = marks.exec(html); match; match = marks.exec(html)) {
    const piece = readPiece(html, match.index, match[0]);
    if (!piece || piece.is === 'unknown') return html;
    marks.lastIndex = piece.end;
    if (piece.is === 'own') continue;
    hasCopy ||= piece.is === 'copy';
    kept.push(html.slice(from, match.index));
    from = piece.end;
  }
  return hasCopy ? kept.join('') + html.slice(from) : html;
}

/**
 * A piece of the page: its own, the framework's, the copy for hydration, or of a kind that
 * forbids to change the page.
 */
interface Piece {
  is: 'own' | 'framework' | 'copy' | 'unknown';
  /** Place behind it. */
  end: number;
}

/** Where Next would put metadata that arrives late. */
const OUTLET = '<div hidden=""><!--$--><!--/$--></div>';
/** Comments around texts, and around parts that are complete. */
const REACT_COMMENTS = ['', ' ', '$', '/$', '&', '/&'];
/** Comments where a part is missing: $? waits for a script, $! has failed. */
const INCOMPLETE = /^(?:\$[?!~]|F!?$)/;

const NEXT_CHUNK = / (?:src|href)="\/_next\/static\/chunks\/[^"]+\.js(?:\?[^"]*)?"/;
/** Beginnings of scripts that carry the copy. */
const COPY = /^\s*(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/;
/** The beginning of the script that starts Next's own. */
const BOOTSTRAP = /^\s*\(globalThis\["TURBOPACK"\]/;
/** What only a script of Next or of React says. */
const OF_FRAMEWORK = /__next|TURBOPACK|\$R[A-Z]\b/;

function readPiece(html: string, start: number, mark: string): Piece | null {
  if (mark === '<!--') return readComment(html, start);
  if (mark === OUTLET) return { is: 'framework', end: start + mark.length };
  const tagEnd = html.indexOf('>', start) + 1;
  if (tagEnd === 0) return null;
  const tag = html.slice(start, tagEnd);
  if (mark === '<script') return readScript(html, tag, tagEnd);
  if (mark === '<link') {
    const isForScript = / rel="(?:preload|modulepreload)"/.test(tag) && NEXT_CHUNK.test(tag);
    return { is: isForScript ? 'framework' : 'own', end: tagEnd };
  }
  // A part that arrived late, or the place where it belongs.
  const isLate = mark !== '<template' || / id="[BP]:/.test(tag);
  return { is: isLate ? 'unknown' : 'own', end: tagEnd };
}

function readComment(html: string, start: number): Piece | null {
  const close = html.indexOf('-->', start + 4);
  if (close < 0) return null;
  const words = html.slice(start + 4, close);
  if (INCOMPLETE.test(words)) return { is: 'unknown', end: close };
  return { is: REACT_COMMENTS.includes(words) ? 'framework' : 'own', end: close + 3 };
}

function readScript(html: string, tag: string, tagEnd: number): Piece | null {
  const close = html.indexOf('</script>', tagEnd);
  if (close < 0) return null;
  const end = close + '</script>'.length;
  const type = / type="([^"]*)"/.exec(tag)?.[1];
  if (/ src="/.test(tag)) return { is: NEXT_CHUNK.test(tag) ? 'framework' : 'own', end };
  // Data, such as application/ld+json.
  if (type !== undefined && !/^$|javascript|module/.test(type)) return { is: 'own', end };
  const body = html.slice(tagEnd, close);
  if (COPY.test(body)) return { is: 'copy', end };
  if (BOOTSTRAP.test(body)) return { is: 'framework', end };
  return { is: OF_FRAMEWORK.test(body) ? 'unknown' : 'own', end };
}
