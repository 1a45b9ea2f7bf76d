import { changeFilter, searchParameters, type SearchFilter } from '@/lib/addresses/search-params';

/** From a year to a year. A plain form; what else was asked goes along. */
export function YearRange({ filter }: { filter: SearchFilter }) {
  const kept = new URLSearchParams(searchParameters(changeFilter(filter, { from: undefined, to: undefined })));
  return (
    <form className="year-range" action="/search">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <YearField name="from" label="起始年份" value={filter.from} />
      <span aria-hidden="true">—</span>
      <YearField name="to" label="截止年份" value={filter.to} />
      <button type="submit" className="button">
        确定
      </button>
    </form>
  );
}

function YearField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <input
      name={name}
      aria-label={label}
      inputMode="numeric"
      pattern="(19|20|21)[0-9]{2}"
      maxLength={4}
      title="四位数的年份，如 2022"
      placeholder="年"
      autoComplete="off"
      defaultValue={value?.slice(0, 4)}
    />
  );
}
