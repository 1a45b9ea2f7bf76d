import { PLACE_PARAMETER } from '@/lib/addresses/search-params';
import { hook } from '@/components/browser/hooks';

interface SearchBoxProps {
  /** What stands in the field. */
  query?: string;
  /** The box of the home page. */
  big?: boolean;
  /** Address of the municipality in whose pages it stands. */
  inside?: string | undefined;
}

/** One field, one word. A plain form: it works without script, which only adds suggestions. */
export function SearchBox({ query = '', big = false, inside }: SearchBoxProps) {
  return (
    <form className={big ? 'find big' : 'find'} role="search" action="/search">
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={200}
        aria-label="检索"
        placeholder="文号、标题或正文中的字句"
        enterKeyHint="search"
        {...hook('search-field')}
      />
      {inside !== undefined && <input type="hidden" name={PLACE_PARAMETER} value={inside} />}
      <button type="submit">检索</button>
    </form>
  );
}
