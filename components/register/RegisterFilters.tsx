import { ChoiceGroups } from '@/components/shared/ChoiceGroups';
import { registerUrl, type RegisterFilter } from '@/lib/addresses/register-params';
import type { RegisterPage } from '@/lib/db/queries/validity/register';

interface RegisterFiltersProps {
  /** Of the municipality. */
  slug: string;
  register: RegisterPage;
  filter: RegisterFilter;
}

/** Whose documents, and of which year: lists of links with counts, as on the search page. */
export function RegisterFilters({ slug, register: { agencies, years }, filter }: RegisterFiltersProps) {
  const { tab, agency, year } = filter;
  const groups = [
    {
      name: '发文机关',
      choices: agencies.map(({ value, count }) => ({
        value,
        label: value,
        count,
        chosen: value === agency,
        href: registerUrl(slug, { tab, ...(year && { year }), ...(value !== agency && { agency: value }) }),
      })),
    },
    {
      name: '年份',
      choices: years.map(({ value, count }) => ({
        value,
        label: `${value}年`,
        count,
        chosen: value === String(year),
        href: registerUrl(slug, {
          tab,
          ...(agency && { agency }),
          ...(value !== String(year) && { year: Number(value) }),
        }),
      })),
    },
  ];
  return <ChoiceGroups groups={groups} unit="件" capped={false} />;
}
