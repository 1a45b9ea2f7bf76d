-- The rest of what the block of keys above a text states. Filled as files are read again.
ALTER TABLE "Document" ADD COLUMN "registration" TEXT, ADD COLUMN "statedAgency" TEXT, ADD COLUMN "statedSignedOn" DATE,
  ADD COLUMN "statedStartsOn" DATE, ADD COLUMN "statedEndsOn" DATE, ADD COLUMN "keywords" TEXT, ADD COLUMN "summary" TEXT;
CREATE INDEX "Document_topic_idx" ON "Document"("topic");
CREATE INDEX "ManifestRow_topic_idx" ON "ManifestRow"("topic");
