const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escape = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);

/**
 * Takes the values of a row; gives its line for `COPY … FROM STDIN` in PostgreSQL's text format.
 */
export function copyLine(values: readonly unknown[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  // Arrays of numbers are int4[]; other arrays and objects are JSON.
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return `{${value.join(',')}}`;
  return escape(JSON.stringify(value));
}
