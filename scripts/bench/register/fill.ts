import type { Client } from 'pg';

/**
 * Fills an empty database with one municipality: states of all kinds, clauses, citations, bases.
 *
 * The rows are those of an ingest as far as the register reads them.
 * @returns id of the municipality
 */
export async function fillRegister(client: Client, documents: number): Promise<number> {
  const insert = async (statement: string): Promise<number> =>
    (await client.query<{ id: number }>(`${statement} RETURNING "id"`)).rows[0]!.id;
  const id = await insert(`INSERT INTO "Municipality" ("slug", "name") VALUES ('cangshi', '苍市')`);
  const file = await insert(
    `INSERT INTO "SourceFile" ("name", "hash", "size", "parserVersion") VALUES ('a.txt', '${'a'.repeat(64)}', 1, '1')`,
  );
  await client.query(`
    INSERT INTO "Document" ("municipalityId", "sourceFileId", "position", "slug", "title", "matchTitle", "titleGrams", "titleSounds", "titleKey", "category", "agency",
      "docNumber", "agencyCode", "year", "serial", "signedOn", "orderedOn", "titleYear", "titleEndYear", "length", "tree", "treeVersion")
    SELECT ${id}, ${file}, n, 'cangzhenggui-' || 2000 + n % 25 || '-' || n, '苍市第' || n || '号管护办法', '苍市第' || n || '号管护办法', '{}', '{}', '苍市第' || n % 20000 || '号管护办法',
      '行政规范性文件', '苍市第' || n % 40 || '局', '苍政规〔' || 2000 + n % 25 || '〕' || n || '号', '苍政规', 2000 + n % 25, n, day, day,
      CASE WHEN n % 11 = 0 THEN 2018 END, CASE WHEN n % 11 = 0 THEN 2020 END, 2000, '{}', 1
    FROM generate_series(1, ${documents}) n, LATERAL (SELECT make_date(2000 + n % 25, 1 + n % 12, 1 + n % 28) AS day) dated`);
  await client.query(`
    INSERT INTO "Section" ("documentId", "address", "position", "orderedOn", "kind", "partKind", "marker", "heading", "path", "text", "matchText", "grams", "headingGrams")
    SELECT "id", 'a-' || n, n, "orderedOn", 'section', 'notice', '第一条', '', '[]', '本办法有效期至2027年12月31日。', '', '{}', '{}' FROM "Document", generate_series(1, 3) n`);
  await client.query(`
    INSERT INTO "ValidityClause" ("documentId", "sectionId", "position", "kind", "words", "sentence", "wordsAt", "day")
    SELECT document."id", min(section."id"), 1, 'ends', '有效期至2027年12月31日', '本办法有效期至2027年12月31日。', 3, '2027-12-31'::date - (document."id" % 3000)::int
    FROM "Document" document JOIN "Section" section ON section."documentId" = document."id" WHERE document."id" % 2 = 0 GROUP BY document."id"`);
  await client.query(`
    INSERT INTO "ValidityPeriod" ("documentId", "position", "state", "startsOn", "endsOn")
    SELECT "documentId", 1, 'inForce', NULL, "day" FROM "ValidityClause"
    UNION ALL SELECT "documentId", 2, 'expired', "day" + 1, NULL FROM "ValidityClause"`);
  await client.query(`
    INSERT INTO "Citation" ("documentId", "sectionId", "position", "orderedOn", "words", "sentence", "wordsAt", "relation", "docNumber", "tie", "targetDocumentId", "candidates")
    SELECT document."id", section."id", n, document."orderedOn", target."docNumber", '根据' || target."docNumber" || '，制定本办法。', 2,
      CASE WHEN n = 4 AND document."id" % 50 = 0 THEN 'repeals' WHEN n = 4 AND document."id" % 50 = 1 THEN 'amends' WHEN n = 1 THEN 'implements' ELSE 'cites' END,
      target."docNumber", CASE WHEN n = 1 AND document."id" % 3 = 0 THEN 'basis' END, target."id", 1
    FROM "Document" document JOIN "Section" section ON section."documentId" = document."id" AND section."position" = 1, generate_series(1, 5) n
    JOIN LATERAL (SELECT 1 + (document."id" * 7919 + n * 104729) % ${documents} AS place) drawn ON true
    JOIN "Document" target ON target."position" = drawn.place`);
  await client.query('VACUUM ANALYZE');
  return id;
}
