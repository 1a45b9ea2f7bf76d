import { SuggestBox } from '@/components/browser/suggest/SuggestBox';

interface SearchBoxProps {
  /** What stands in the field. */
  query?: string;
  /** The box of the home page. */
  big?: boolean;
}

/** One field, one word. A plain form: it works without script, which only adds suggestions. */
export function SearchBox({ query = '', big = false }: SearchBoxProps) {
  return (
    <form className={big ? 'find big' : 'find'} role="search" action="/search">
      <SuggestBox query={query} />
      <button type="submit">检索</button>
    </form>
  );
}
