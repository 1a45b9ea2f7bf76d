-- What publishers state of their documents: in a manifest beside the texts, and in the block of keys above a text. It is shown as theirs and decides nothing.
ALTER TABLE "SourceFile" ADD COLUMN "manifestPath" TEXT, ADD COLUMN "manifestHash" TEXT;
CREATE INDEX "SourceFile_manifestPath_idx" ON "SourceFile"("manifestPath");

ALTER TABLE "Document" ADD COLUMN "indexNumber" TEXT, ADD COLUMN "indexKey" TEXT, ADD COLUMN "topic" TEXT, ADD COLUMN "statedValidity" TEXT;
CREATE INDEX "Document_indexKey_idx" ON "Document"("indexKey");

CREATE TABLE "ManifestRow" (
    "sourceFileId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT,
    "docNumber" TEXT,
    "indexNumber" TEXT,
    "indexKey" TEXT,
    "topic" TEXT,
    "validity" TEXT,
    "signedOn" DATE,
    "publishedOn" DATE,
    "url" TEXT,
    "documentId" INTEGER,
    "doubt" TEXT,
    CONSTRAINT "ManifestRow_pkey" PRIMARY KEY ("sourceFileId", "position"),
    CONSTRAINT "ManifestRow_sourceFileId_fkey" FOREIGN KEY ("sourceFileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ManifestRow_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "ManifestRow_documentId_idx" ON "ManifestRow"("documentId");
CREATE INDEX "ManifestRow_indexKey_idx" ON "ManifestRow"("indexKey");

CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ManifestRow" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
