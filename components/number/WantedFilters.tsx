import type { Wanted, WantedChoice } from '@/lib/db/queries/numbers/wanted';
import { wantedUrl, type WantedFilter } from '@/lib/addresses/wanted-params';
import { ChoiceGroups } from '@/components/shared/ChoiceGroups';

interface WantedFiltersProps {
  wanted: Wanted;
  filter: WantedFilter;
}

/** Whose numbers, and of which year: lists of links with counts, as on the search page. */
export function WantedFilters({ wanted: { agencies, years, capped }, filter }: WantedFiltersProps) {
  const { agency, year } = filter;
  const groups = [
    {
      name: '机关代字',
      choices: withChosen(agencies, agency).map(({ value, count }) => {
        const chosen = value === agency;
        return {
          value,
          label: value,
          count,
          chosen,
          href: wantedUrl({ ...(year && { year }), ...(!chosen && { agency: value }) }),
        };
      }),
    },
    {
      name: '年份',
      choices: withChosen(years, year?.toString()).map(({ value, count }) => {
        const chosen = value === String(year);
        return {
          value,
          label: `${value}年`,
          count,
          chosen,
          href: wantedUrl({ ...(agency && { agency }), ...(!chosen && { year: Number(value) }) }),
        };
      }),
    },
  ];
  return <ChoiceGroups groups={groups} unit="个" capped={capped} />;
}

/** What is chosen can be taken off, also where it has nothing. */
const withChosen = (choices: readonly WantedChoice[], chosen: string | undefined): readonly WantedChoice[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, count: 0 }];
