-- What a number's page and the list of wanted numbers tell is counted by what comes and goes, and no longer from all mentions of a number: the most cited ones have
-- more of them the more the portal holds. Mentions are read newest first from an index, a page at a time.
ALTER TABLE "Citation" ADD COLUMN "orderedOn" DATE;
UPDATE "Citation" citation SET "orderedOn" = document."orderedOn" FROM "Document" document WHERE document."id" = citation."documentId";
ALTER TABLE "Citation" ALTER COLUMN "orderedOn" SET NOT NULL;

-- Also serves to find by docNumber alone.
DROP INDEX "Citation_docNumber_idx";
CREATE INDEX "Citation_docNumber_relation_orderedOn_documentId_position_idx"
    ON "Citation" ("docNumber", "relation", "orderedOn" DESC, "documentId" DESC, "position");
-- Also serves to find what repeals, amends or extends.
DROP INDEX "Citation_said_idx";
CREATE INDEX "Citation_mentioning_idx" ON "Citation" ("targetDocumentId", "relation", "orderedOn" DESC, "documentId" DESC, "position")
    WHERE NOT "aliasDefinition";

CREATE TABLE "MentionCount" (
    "docNumber" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mentions" INTEGER NOT NULL,
    CONSTRAINT "MentionCount_pkey" PRIMARY KEY ("docNumber", "relation", "title")
);
INSERT INTO "MentionCount" ("docNumber", "relation", "title", "mentions")
    SELECT citation."docNumber", citation."relation", left(coalesce(citation."title", ''), 300), count(*)
    FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
    WHERE NOT citation."aliasDefinition" AND citation."docNumber" <> coalesce(citing."docNumber", '')
    GROUP BY 1, 2, 3;

-- From now on only what changes is counted: the start has to be right.
DELETE FROM "CitedNumber";
INSERT INTO "CitedNumber" ("docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn", "held")
    SELECT citation."docNumber", min(citation."agencyCode"), min(citation."year"), min(citation."serial"), count(DISTINCT citation."documentId"), count(*),
        (SELECT "title" FROM "MentionCount" kept WHERE kept."docNumber" = citation."docNumber" AND "title" <> ''
            GROUP BY "title" ORDER BY sum("mentions") DESC, "title" LIMIT 1),
        max(citation."orderedOn"),
        EXISTS (SELECT FROM "Document" document WHERE document."docNumber" = citation."docNumber")
    FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
    WHERE NOT citation."aliasDefinition" AND citation."docNumber" <> coalesce(citing."docNumber", '')
    GROUP BY citation."docNumber";

-- What a slip of the pen makes of a number: of the same code, however many of them are wanted, or of another, however many numbers are held.
DROP INDEX "CitedNumber_year_serial_idx";
CREATE INDEX "CitedNumber_year_serial_held_idx" ON "CitedNumber" ("year", "serial", "held");
CREATE INDEX "CitedNumber_agencyCode_serial_year_idx" ON "CitedNumber" ("agencyCode", "serial", "year");

-- Which documents lapse in a year.
CREATE INDEX "ValidityPeriod_startsOn_idx" ON "ValidityPeriod" ("startsOn");
