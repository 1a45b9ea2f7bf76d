import type { Peek } from '@/lib/views/document/peek';
import { peekUrl } from '@/lib/addresses/urls';

const fetched = new Map<string, Promise<Peek | null>>();

/**
 * Takes the address of a link; gives what it leads to in short, null where there is nothing to
 * tell. Asks once for each address; a failure is asked again.
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
  // The portal's own answer, in the shape that its tests check (peekAnswerSchema): the reader is
  // spared a second look.
  return ((await response.json()) as { peek: Peek | null }).peek;
}
