-- Who cites, implements, amends and repeals whom; until when a document says that it is in force; what editors mend.
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "path" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "section" TEXT,
    "printed" TEXT,
    "meant" TEXT NOT NULL,
    "day" DATE,
    "source" TEXT NOT NULL,
    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Correction_path_line_key" ON "Correction" ("path", "line");
CREATE INDEX "Correction_kind_about_idx" ON "Correction" ("kind", "about");
CREATE INDEX "Correction_kind_printed_idx" ON "Correction" ("kind", "printed");

ALTER TABLE "Document" ADD COLUMN "expiresOn" DATE, ADD COLUMN "printedNumber" TEXT, ADD COLUMN "correctionId" INTEGER;
ALTER TABLE "Document" ADD CONSTRAINT "Document_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Document_correctionId_idx" ON "Document" ("correctionId");

ALTER TABLE "Citation" ADD COLUMN "locator" TEXT, ADD COLUMN "printedNumber" TEXT, ADD COLUMN "correctionId" INTEGER, ADD COLUMN "targetAddress" TEXT;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Citation_correctionId_idx" ON "Citation" ("correctionId");
-- Also serves to find by targetDocumentId alone.
DROP INDEX "Citation_targetDocumentId_idx";
CREATE INDEX "Citation_targetDocumentId_targetAddress_idx" ON "Citation" ("targetDocumentId", "targetAddress");
DROP INDEX "Citation_said_idx";
CREATE INDEX "Citation_said_idx" ON "Citation" ("targetDocumentId") WHERE "relation" IN ('repeals', 'amends', 'extends');

CREATE TABLE "ValidityClause" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "sectionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "wordsAt" INTEGER NOT NULL,
    "day" DATE,
    CONSTRAINT "ValidityClause_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ValidityClause_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ValidityClause_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ValidityClause_documentId_position_key" ON "ValidityClause" ("documentId", "position");
CREATE INDEX "ValidityClause_sectionId_idx" ON "ValidityClause" ("sectionId");

CREATE TABLE "CitedNumber" (
    "docNumber" TEXT NOT NULL,
    "agencyCode" TEXT NOT NULL,
    "year" INTEGER,
    "serial" INTEGER,
    "documents" INTEGER NOT NULL,
    "mentions" INTEGER NOT NULL,
    "title" TEXT,
    "newestOn" DATE,
    "held" BOOLEAN NOT NULL,
    CONSTRAINT "CitedNumber_pkey" PRIMARY KEY ("docNumber")
);
CREATE INDEX "CitedNumber_held_documents_docNumber_idx" ON "CitedNumber" ("held", "documents" DESC, "docNumber");
CREATE INDEX "CitedNumber_held_agencyCode_documents_docNumber_idx" ON "CitedNumber" ("held", "agencyCode", "documents" DESC, "docNumber");
CREATE INDEX "CitedNumber_held_year_documents_docNumber_idx" ON "CitedNumber" ("held", "year", "documents" DESC, "docNumber");
