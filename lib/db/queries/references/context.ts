import 'server-only';
import { cache } from 'react';
import { query } from '@/lib/db/search/sql/pool';

/** A municipality, as references name it. */
export interface NamedMunicipality {
  id: number;
  slug: string;
  name: string;
}

/** Lists all municipalities, the longest name first. */
export const listNamedMunicipalities = cache(async (): Promise<NamedMunicipality[]> =>
  query<NamedMunicipality>(
    'named-municipalities',
    'SELECT "id", "slug", "name" FROM "Municipality" ORDER BY char_length("name") DESC, "id"',
    [],
  ),
);

/** The last word of a name, which people leave out: 示例 for 示例市. */
const lastWord = /(?:自治区|自治州|自治县|地区|新区|省|市|盟|州|县|区|旗)$/u;
/** A name without its last word, where that is still a name. */
export const shortName = (name: string): string => {
  const short = name.replace(lastWord, '');
  return short.length >= 2 ? short : name;
};

/** Finds the municipality that words begin with: 示例市政府. */
export const municipalityAtHead = (
  words: string,
  all: readonly NamedMunicipality[],
): { municipality: NamedMunicipality; rest: string } | null => {
  for (const municipality of all)
    if (words.startsWith(municipality.name)) return { municipality, rest: words.slice(municipality.name.length) };
  return null;
};
