import { hook } from '@/components/browser/hooks';
import type { MarkedWords } from '@/lib/addresses/urls';

/** Where 查找 in the reading bar leads. */
export const FIND_INSIDE = 'find-inside';

interface FindInsideProps {
  /** Address of the document's page. */
  href: string;
  /** What was searched for. */
  words: MarkedWords | undefined;
}

/** 在本文件中查找: a plain form, which leads to the same page with the hits listed above the text. */
export function FindInside({ href, words }: FindInsideProps) {
  return (
    <form
      className="find inside"
      role="search"
      aria-label="在本文件中查找"
      action={`${href}#hits`}
      {...hook('find-inside')}
    >
      <input
        type="search"
        id={FIND_INSIDE}
        name="q"
        defaultValue={words?.q}
        maxLength={200}
        aria-label="在本文件中查找"
        placeholder="在本文件中查找"
        enterKeyHint="search"
      />
      {words?.exact && <input type="hidden" name="exact" value="1" />}
      <button type="submit">查找</button>
    </form>
  );
}
