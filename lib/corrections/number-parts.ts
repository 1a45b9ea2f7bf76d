/** The parts of a number, as columns have them. */
export interface NumberParts {
  agencyCode: string;
  year: number | null;
  serial: number;
}

const forms = [
  /^(?<code>.+)〔(?<year>\d+)〕(?<serial>\d+)号$/,
  /^(?<code>.+令)(?:〔(?<year>\d+)〕)?第(?<serial>\d+)号$/,
  /^(?<code>.+?)(?:(?<year>\d{4})年)?第(?<serial>\d+)号$/,
];

/**
 * Splits a canonical number into its parts.
 * @throws Error for anything else: what is stored was made by lib/gazette
 */
export function partsOf(canonical: string): NumberParts {
  for (const form of forms) {
    const parts = form.exec(canonical)?.groups;
    if (!parts) continue;
    const { code, year, serial } = parts;
    return { agencyCode: code!, year: year === undefined ? null : Number(year), serial: Number(serial) };
  }
  throw new Error(`${canonical} is no canonical number`);
}
