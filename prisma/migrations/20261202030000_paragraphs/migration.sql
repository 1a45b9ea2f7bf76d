-- The 款 of articles that have several, and the one that a citation names.
ALTER TABLE "Section" ADD COLUMN "paragraphs" JSONB;
ALTER TABLE "Citation" ADD COLUMN "targetParagraph" TEXT;
