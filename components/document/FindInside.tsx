import { hook } from '@/components/browser/hooks';

/** Where 查找 in the reading bar leads. */
export const FIND_INSIDE = 'find-inside';

interface FindInsideProps {
  /** Address of the document's page. */
  href: string;
  /** What was searched for; empty for nothing. */
  q: string;
}

/** 在本文件中查找: a plain form, which leads to the same page with the hits listed above the text. */
export function FindInside({ href, q }: FindInsideProps) {
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
        defaultValue={q}
        maxLength={200}
        aria-label="在本文件中查找"
        placeholder="在本文件中查找"
        enterKeyHint="search"
      />
      <button type="submit">查找</button>
    </form>
  );
}
