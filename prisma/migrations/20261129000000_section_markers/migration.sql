-- The number of a section and its heading are two facts, in its row and in every step of its path.
-- Rows of before keep both in the heading until the next ingest reads their files again; their
-- markers, and those of their steps, are empty.
ALTER TABLE "Section" ADD COLUMN "marker" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Section" ALTER COLUMN "marker" DROP DEFAULT;
UPDATE "Section" SET "path" = (
    SELECT jsonb_agg(step || jsonb_build_object('kind', CASE WHEN place = 1 THEN 'part' ELSE 'section' END, 'marker', '') ORDER BY place)
    FROM jsonb_array_elements("path") WITH ORDINALITY AS steps (step, place)
) WHERE "path" <> '[]';
