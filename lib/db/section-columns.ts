import { Prisma } from '@/lib/db/generated/client';
import type { HitPlace } from '@/lib/search/engine';

/** What names a section. */
export const sectionNameSelect = { kind: true, marker: true, heading: true } satisfies Prisma.SectionSelect;

/** What names a section and tells where it stands in its document. */
export const sectionPlaceSelect = {
  ...sectionNameSelect,
  address: true,
  partKind: true,
  path: true,
} satisfies Prisma.SectionSelect;

const columnsOf = (select: object): string =>
  Object.keys(select)
    .map((column) => `section."${column}"`)
    .join(', ');

/** The columns of `sectionNameSelect` for statements that call their row `section`. */
export const sectionNameColumns = columnsOf(sectionNameSelect);

/** The columns of `sectionPlaceSelect` for statements that call their row `section`. */
export const sectionPlaceSql = Prisma.raw(columnsOf(sectionPlaceSelect));

/** Takes a row that has more columns; gives those of the section's place alone. */
export const placeIn = ({ address, kind, partKind, marker, heading, path }: HitPlace): HitPlace => ({
  address,
  kind,
  partKind,
  marker,
  heading,
  path,
});
