-- What a text is found by: pairs and single characters, and codes of what a search can be limited to (lib/search/grams.ts).
-- Rows of an earlier version are stored anew when their file is next ingested; until then their pairs still find them.
ALTER TABLE "Document" RENAME COLUMN "titleBigrams" TO "titleGrams";
ALTER INDEX "Document_titleBigrams_idx" RENAME TO "Document_titleGrams_idx";
ALTER TABLE "Document" ADD COLUMN "titleSounds" INTEGER[];
CREATE INDEX "Document_titleSounds_idx" ON "Document" USING GIN ("titleSounds" array_ops);

ALTER TABLE "Section" RENAME COLUMN "bigrams" TO "grams";
ALTER INDEX "Section_bigrams_idx" RENAME TO "Section_grams_idx";
ALTER TABLE "Section" ADD COLUMN "headingGrams" INTEGER[];
CREATE INDEX "Section_headingGrams_idx" ON "Section" USING GIN ("headingGrams" array_ops);

-- A search reads matchText of many rows and the arrays of none (the index holds them): the arrays leave the row first, then
-- what is only shown; matchText stays, uncompressed, where it is of usual length.
ALTER TABLE "Section" ALTER COLUMN "grams" SET STORAGE EXTERNAL;
ALTER TABLE "Section" ALTER COLUMN "matchText" SET STORAGE MAIN;
ALTER TABLE "Section" SET (toast_tuple_target = 1200);
-- Frequencies are counted by lib/db/search/statistics.ts; the planner's own would take long to gather and to read.
ALTER TABLE "Section" ALTER COLUMN "grams" SET STATISTICS 0;
ALTER TABLE "Section" ALTER COLUMN "headingGrams" SET STATISTICS 0;
ALTER TABLE "Document" ALTER COLUMN "titleGrams" SET STATISTICS 0;
ALTER TABLE "Document" ALTER COLUMN "titleSounds" SET STATISTICS 0;

CREATE TABLE "SearchFrequency" (
    "code" INTEGER NOT NULL,
    "share" REAL NOT NULL,
    CONSTRAINT "SearchFrequency_pkey" PRIMARY KEY ("code")
);
CREATE TABLE "SearchStatistics" (
    "id" INTEGER NOT NULL,
    "sections" INTEGER NOT NULL,
    "refreshedAt" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "SearchStatistics_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "SearchTerm" (
    "term" TEXT NOT NULL,
    "matchTerm" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("term", "matchTerm")
);
CREATE INDEX "SearchTerm_matchTerm_idx" ON "SearchTerm" ("matchTerm" text_pattern_ops);

-- Whether anybody repeals or amends a document is asked of every document that is listed, and hardly ever so.
CREATE INDEX "Citation_said_idx" ON "Citation" ("targetDocumentId") WHERE "relation" IN ('repeals', 'amends');

-- The order of hits is that of their documents' days, and nothing else of the row is wanted for it.
CREATE INDEX "Document_id_orderedOn_idx" ON "Document" ("id", "orderedOn");
