import type { Peek } from '@/lib/views/document/peek';
import { peekUrl } from '@/lib/addresses/urls';

const fetched = new Map<string, Promise<Peek | null>>();

/**
 * Asks the portal for what a link leads to, once for each address.
 * @returns null where nothing is known, or the portal did not answer; then it is asked again
 */
export function fetchPeek(of: string): Promise<Peek | null> {
  const known = fetched.get(of);
  if (known) return known;
  const asked = ask(of).catch(() => {
    fetched.delete(of);
    return null;
  });
  fetched.set(of, asked);
  return asked;
}

async function ask(of: string): Promise<Peek | null> {
  const response = await fetch(peekUrl(of));
  if (!response.ok) throw new Error(`The portal answers ${response.status}.`);
  // The portal's own answer; its tests check the shape (peekAnswerSchema).
  return ((await response.json()) as { peek: Peek | null }).peek;
}
