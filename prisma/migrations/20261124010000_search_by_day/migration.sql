-- A search finds the newest hits first: each section has its document's day, so that nobody has to look at the documents of a
-- thousand candidates, and a code of the day among its grams beside those of year and month (lib/search/grams.ts). Titles have these codes too.
-- Millions of rows change, and indexes are sooner made anew than kept up with that.
DROP INDEX "Section_grams_idx";
DROP INDEX "Section_headingGrams_idx";
DROP INDEX "Document_titleGrams_idx";

-- Condition codes are DA000000 and the kind (0 year, 6 month, 7 day) times 400000, hexadecimal, as signed numbers.
CREATE FUNCTION pg_temp.period_codes("day" DATE) RETURNS INTEGER[] LANGUAGE SQL IMMUTABLE AS $$
    SELECT ARRAY[
        -637534208 + extract(year FROM "day")::int,
        -637534208 + 6 * 4194304 + extract(year FROM "day")::int * 12 + extract(month FROM "day")::int - 1,
        -637534208 + 7 * 4194304 + (("day" - DATE '1970-01-01') & 4194303)
    ]
$$;

ALTER TABLE "Section" ADD COLUMN "orderedOn" DATE;
UPDATE "Section" section SET
    "orderedOn" = document."orderedOn",
    "grams" = section."grams" || (pg_temp.period_codes(document."orderedOn"))[3],
    "headingGrams" = section."headingGrams" || (pg_temp.period_codes(document."orderedOn"))[3]
FROM "Document" document WHERE document."id" = section."documentId";
ALTER TABLE "Section" ALTER COLUMN "orderedOn" SET NOT NULL;
UPDATE "Document" SET "titleGrams" = "titleGrams" || pg_temp.period_codes("orderedOn");

CREATE INDEX "Section_grams_idx" ON "Section" USING GIN ("grams" array_ops);
CREATE INDEX "Section_headingGrams_idx" ON "Section" USING GIN ("headingGrams" array_ops);
CREATE INDEX "Document_titleGrams_idx" ON "Document" USING GIN ("titleGrams" array_ops);
-- Served to find the day of a candidate's document.
DROP INDEX "Document_id_orderedOn_idx";

-- Headings and titles have frequencies of their own. They are counted after the next ingest; until then everything is taken for rare.
DELETE FROM "SearchFrequency";
DELETE FROM "SearchStatistics";
ALTER TABLE "SearchFrequency" ADD COLUMN "headingShare" REAL NOT NULL, ADD COLUMN "titleShare" REAL NOT NULL;
