import type { MunicipalityOverview } from '@/lib/db/queries/municipalities';
import type { SearchFilter } from '@/lib/search-params';
import { searchUrl } from '@/lib/search-params';

interface FiltersProps {
  filter: SearchFilter;
  municipalities: readonly MunicipalityOverview[];
}

/** Where to look: municipality and year. A plain form; the words typed go along. */
export function Filters({ filter, municipalities }: FiltersProps) {
  const limited = filter.municipality !== undefined || filter.year !== undefined;
  return (
    <form className="filters" action="/search" aria-label="筛选">
      <input type="hidden" name="q" value={filter.q} />
      <label>
        城市
        <select name="municipality" defaultValue={filter.municipality ?? ''}>
          <option value="">全部</option>
          {municipalities.map(({ slug, name, sample }) => (
            <option key={slug} value={slug}>
              {sample ? `${name}（示例）` : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        成文年份
        <input
          name="year"
          inputMode="numeric"
          pattern="[0-9]{4}"
          title="四位数的年份"
          defaultValue={filter.year ?? ''}
          placeholder="不限"
        />
      </label>
      <button type="submit" className="button">
        筛选
      </button>
      {limited && (
        <a className="inline-flex min-h-11 items-center" href={searchUrl({ q: filter.q })}>
          清除筛选
        </a>
      )}
    </form>
  );
}
