import { readLink, ROUTES } from '@/lib/addresses/routes';

/** Pages that are asked for at most. */
const MOST = 20;
/** Pages at once: while one waits for the database, another is rendered. */
const AT_ONCE = 3;

/**
 * Asks for a page of each kind, following links from the home page: the first page of a kind takes
 * half a second in a fresh process.
 * @param ask gives the status and text of the page at an address
 * @returns the addresses that were asked for
 */
export async function warmUp(ask: (address: string) => Promise<{ status: number; text: string }>): Promise<string[]> {
  // Traditional characters are another renderer's work (scripts/gateway.ts).
  const kinds = new Set<string>(['/', '/zh-hant/[[...path]]']);
  const waiting = ['/'];
  const asked: string[] = [];
  const follow = async (address: string): Promise<void> => {
    const { status, text } = await ask(address);
    if (status !== 200) return;
    for (const [, href] of text.matchAll(/\shref="(\/[^"#]*)/g)) {
      const pattern = readLink(href!)?.route?.pattern;
      if (pattern === undefined || kinds.has(pattern) || ROUTES[pattern].kind !== 'page') continue;
      kinds.add(pattern);
      waiting.push(href!.replaceAll('&amp;', '&'));
    }
  };
  const open = new Set<Promise<void>>();
  for (;;) {
    while (open.size < AT_ONCE && waiting.length > 0 && asked.length < MOST) {
      const address = waiting.shift()!;
      asked.push(address);
      const following = follow(address).finally(() => open.delete(following));
      open.add(following);
    }
    if (open.size === 0) return asked;
    await Promise.race(open);
  }
}
