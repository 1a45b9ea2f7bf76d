-- Short forms that texts define (以下简称), for which a search looks too. Filled as files are read again.
ALTER TABLE "Document" ADD COLUMN "definedWords" JSONB NOT NULL DEFAULT '{}';
CREATE INDEX "Document_definedWords_idx" ON "Document" USING GIN ("definedWords");
