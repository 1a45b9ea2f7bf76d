import { readLink, ROUTES } from '@/lib/addresses/routes';

/** Pages that are asked for at most. */
const MOST = 20;

/**
 * Asks for a page of each kind, following links from the home page: the first page of a kind takes
 * half a second in a fresh process.
 * @param ask gives the status and text of the page at an address
 * @returns the addresses that were asked for
 */
export async function warmUp(ask: (address: string) => Promise<{ status: number; text: string }>): Promise<string[]> {
  const kinds = new Set<string>(['/']);
  const waiting = ['/'];
  const asked: string[] = [];
  for (let address = waiting.shift(); address !== undefined && asked.length < MOST; address = waiting.shift()) {
    asked.push(address);
    const { status, text } = await ask(address);
    if (status !== 200) continue;
    for (const [, href] of text.matchAll(/\shref="(\/[^"#]*)/g)) {
      const pattern = readLink(href!)?.route?.pattern;
      if (pattern === undefined || kinds.has(pattern) || ROUTES[pattern].kind !== 'page') continue;
      kinds.add(pattern);
      waiting.push(href!.replaceAll('&amp;', '&'));
    }
  }
  return asked;
}
