import { Prisma } from '@/lib/db/generated/client';
import type { HitPlace } from '@/lib/search/engine';

/** The columns that name a section. */
export const sectionNameSelect = { kind: true, marker: true, heading: true } satisfies Prisma.SectionSelect;

/** The columns that name a section and its place in the document. */
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

/** The columns of `sectionNameSelect`, for statements that call the row `section`. */
export const sectionNameColumns = columnsOf(sectionNameSelect);

/** The columns of `sectionPlaceSelect`, for statements that call the row `section`. */
export const sectionPlaceSql = Prisma.raw(columnsOf(sectionPlaceSelect));

/** Takes the columns of a section's place from a row that has more. */
export const placeIn = ({ address, kind, partKind, marker, heading, path }: HitPlace): HitPlace => ({
  address,
  kind,
  partKind,
  marker,
  heading,
  path,
});
