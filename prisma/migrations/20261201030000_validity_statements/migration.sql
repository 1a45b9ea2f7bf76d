-- The years that a title names, and from which day of its document a clause counts.
ALTER TABLE "Document" ADD COLUMN "titleYear" INTEGER, ADD COLUMN "titleEndYear" INTEGER;
ALTER TABLE "ValidityClause" ADD COLUMN "countedFrom" TEXT;
-- Sentences of a decision that change another document, as operations on its clauses. They are stored as they were read; what follows from them is decided when somebody reads.
CREATE TABLE "AmendmentOperation" (
    "documentId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "sectionId" BIGINT NOT NULL,
    "citationPosition" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "operation" JSONB NOT NULL,
    CONSTRAINT "AmendmentOperation_pkey" PRIMARY KEY ("documentId", "position"),
    CONSTRAINT "AmendmentOperation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AmendmentOperation_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "AmendmentOperation_sectionId_idx" ON "AmendmentOperation"("sectionId");

CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "AmendmentOperation" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
