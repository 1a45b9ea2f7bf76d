import { genres } from '@/lib/gazette';
import { SORTS } from '@/lib/search/engine';
import { SORT_WORDS, PLACE_WORDS } from '@/lib/search/words';
import { printRoute } from '@/lib/addresses/urls';
import type { SearchFilter } from '@/lib/addresses/search-params';
import { VALIDITY_WORDS } from '@/lib/validity/words';

interface SearchFormProps {
  filter: Partial<SearchFilter>;
  /** Those that can be chosen; without any there is no choice. */
  municipalities?: readonly { slug: string; name: string }[];
}

/** Every condition of a search as a form, which works without script. */
export function SearchForm({ filter, municipalities = [] }: SearchFormProps) {
  const { q, agency, genre, from, to, municipality, place, validity, sort } = filter;
  return (
    <details className="search-help">
      <summary>逐项填写</summary>
      <form className="search-form" action={printRoute('/search')} aria-label="逐项填写">
        <Field name="q" label="字句" value={q} />
        {municipalities.length > 0 && (
          <Choice
            name="municipality"
            label="城市"
            value={municipality}
            options={municipalities.map(({ slug, name }) => [slug, name])}
          />
        )}
        <Field name="agency" label="发文机关（全称）" value={agency} />
        <Choice name="genre" label="文种" value={genre} options={[...genres].map((each) => [each, each])} />
        <Field name="from" label="从（年，或年-月-日）" value={from} />
        <Field name="to" label="到（年，或年-月-日）" value={to} />
        <Choice name="place" label="位置" value={place} options={Object.entries(PLACE_WORDS)} />
        <Choice name="validity" label="时效" value={validity} options={Object.entries(VALIDITY_WORDS)} />
        <Choice name="sort" label="排序" value={sort} options={SORTS.map((each) => [each, SORT_WORDS[each]])} />
        <button type="submit">检索</button>
      </form>
    </details>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string | undefined;
}

function Field({ name, label, value = '' }: FieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} maxLength={200} />
    </label>
  );
}

function Choice({
  name,
  label,
  value = '',
  options,
}: FieldProps & { options: readonly (readonly [string, string])[] }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {name !== 'sort' && <option value="">不限</option>}
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
