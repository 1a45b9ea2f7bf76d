import { expectedTypes, isSerialHead } from '../../heads';
import { ColumnProfiles, Features, TableProfile } from '../column-profile';
import type { Mapping } from './map-row';
import { mapRow } from './map-row';
import type { RowCells } from './row-cells';
import { filledCells, isSection, isTotal } from './row-cells';

/**
 * Finds the columns of the cells of each row.
 * They are learned from the rows that are complete.
 * @param explicit every place is printed, so that nothing has to be learned
 */
export function mapBody(body: readonly RowCells[], names: readonly string[], explicit: boolean): Mapping[] {
  const count = names.length;
  const identity = (row: RowCells): Mapping => ({ columns: row.map((_, column) => column), margin: Infinity });
  let mappings = body.map(identity);
  if (explicit) return mappings;
  const isOwn = (row: RowCells): boolean => !isSection(row, count);
  const features = new Features();
  for (const cell of body.flatMap(filledCells)) features.of(cell);
  const table = new TableProfile(features, body.filter(isOwn).flatMap(filledCells));
  // Groups stand in front, behind the numbers of the rows.
  const group = isSerialHead(names[0]!) ? 1 : 0;
  let absent: number[] = names.map((_, column) =>
    column === group ? 0.4 : column < 2 ? 0.25 : column === count - 1 ? 0.15 : 0.06,
  );
  const profiles = new ColumnProfiles(table, count);
  for (let round = 0; round < 3; round++) {
    profiles.clear();
    for (const [column, name] of names.entries()) profiles.expect(column, expectedTypes(name), 1.2);
    body.forEach((row, at) => {
      if (!isOwn(row) || isTotal(row[0]) || (round === 0 && row.length < count)) return;
      row.forEach((cell, index) => cell && profiles.add(mappings[at]!.columns[index]!, features.of(cell), 1));
    });
    profiles.settle();
    mappings = body.map((row) => {
      if (row.length === count || !isOwn(row)) return identity(row);
      if (!isTotal(row[0])) return mapRow(row, profiles, absent);
      const rest = mapRow(row.slice(1), profiles, absent, 1);
      return { columns: [0, ...rest.columns], margin: rest.margin };
    });
    const own = mappings.filter((_, at) => isOwn(body[at]!) && !isTotal(body[at]![0]));
    absent = names.map((_, column) => {
      const missing = own.filter(({ columns }) => !columns.includes(column)).length;
      return Math.min(0.97, Math.max(0.004, (missing + (column < 2 ? 0.6 : 0.15)) / (own.length + 2)));
    });
  }
  return mappings;
}
