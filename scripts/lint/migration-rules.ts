// Migrations add before they remove: while an upgrade goes from process to process, the former
// release reads, and may write, the tables of the next one (docs/decisions/0028).

/** A statement that the former release may not survive. */
interface Removal {
  /** What it is called in messages. */
  name: string;
  pattern: RegExp;
}

/** Looked for in statements on tables that the migration does not make itself. */
const REMOVALS: readonly Removal[] = [
  { name: 'DROP', pattern: /\bDROP\b/i },
  { name: 'RENAME', pattern: /\bRENAME\b/i },
  { name: 'SET NOT NULL', pattern: /\bSET\s+NOT\s+NULL\b/i },
  { name: 'a change of type', pattern: /\bALTER\s+(?:COLUMN\s+)?(?:"[^"]+"|\w+)\s+(?:SET\s+DATA\s+)?TYPE\b/i },
  { name: 'a change of a type', pattern: /^ALTER\s+(?:TYPE|DOMAIN)\b/i },
  {
    name: 'a new column that must be given',
    pattern:
      /\bADD\s+(?:COLUMN\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?!CONSTRAINT\b)"?\w+"?[^,]*\bNOT\s+NULL\b(?![^,]*\b(?:DEFAULT|GENERATED)\b)(?<!\b(?:DEFAULT|GENERATED)\b[^,]*)/i,
  },
  { name: 'a new constraint', pattern: /\bADD\s+(?:CONSTRAINT|CHECK|UNIQUE|PRIMARY\s+KEY|FOREIGN\s+KEY|EXCLUDE)\b/i },
  { name: 'a new unique index', pattern: /^CREATE\s+UNIQUE\s+INDEX\b/i },
  { name: 'TRUNCATE', pattern: /^TRUNCATE\b/i },
  { name: 'DELETE', pattern: /^(?:WITH\b[^]*\b)?DELETE\s+FROM\b/i },
  { name: 'REVOKE', pattern: /^REVOKE\b/i },
];

/** What a table is called in a statement: `ON "Document"`, `ALTER TABLE ONLY "Document"`. */
const TABLE =
  /^(?:ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?|CREATE\s+UNIQUE\s+INDEX[^]*?\bON\s+(?:ONLY\s+)?)(?:public\.|"public"\.)?"?(\w+)"?/i;

/**
 * Lists what a migration takes away, or demands, from the former release.
 * Statements on tables that it makes itself are not among it.
 * @returns `DROP: ALTER TABLE "Document" DROP COLUMN "slug"`
 */
export function listRemovals(sql: string): string[] {
  const statements = splitStatements(sql);
  const own = new Set(
    statements.flatMap(
      (statement) =>
        /^CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:public\.|"public"\.)?"?(\w+)"?/i.exec(statement)?.[1] ?? [],
    ),
  );
  return statements.flatMap((statement) => {
    const table = TABLE.exec(statement)?.[1];
    if ((table !== undefined && own.has(table)) || /^CREATE\s+TABLE\b/i.test(statement)) return [];
    return REMOVALS.filter(({ pattern }) => pattern.test(statement)).map(({ name }) => `${name}: ${statement}`);
  });
}

/**
 * Splits SQL into statements, each on one line. Comments, texts and bodies of functions are left
 * out: what they say is not done by the migration. A DO block is done.
 */
function splitStatements(sql: string): string[] {
  const plain = sql
    .replace(/\bDO\s+(?:LANGUAGE\s+\w+\s+)?(\$\w*\$)([^]*?)\1/gi, (_, _tag, body: string) =>
      body.replace(/\b(?:BEGIN|DECLARE|THEN|LOOP|ELSE|EXECUTE)\b/gi, ';'),
    )
    .replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ')
    .replace(/(\$\w*\$)[^]*?\1/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''");
  return plain
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .filter((statement) => statement !== '');
}
