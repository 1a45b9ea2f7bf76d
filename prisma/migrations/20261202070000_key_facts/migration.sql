-- What a document says in figures and days, with its sentence: lib/key-facts.
CREATE TABLE "KeyFact" (
    "documentId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "sectionId" BIGINT NOT NULL,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('amount', 'deadline', 'audience', 'responsible', 'telephone')),
    "subject" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "subjectKeys" JSONB NOT NULL,
    "fact" JSONB NOT NULL,
    CONSTRAINT "KeyFact_pkey" PRIMARY KEY ("documentId", "position"),
    CONSTRAINT "KeyFact_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KeyFact_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "KeyFact_sectionId_idx" ON "KeyFact"("sectionId");
-- Answers above the hits of a search look here.
CREATE INDEX "KeyFact_subjectKeys_idx" ON "KeyFact" USING GIN ("subjectKeys");

CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "KeyFact" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
