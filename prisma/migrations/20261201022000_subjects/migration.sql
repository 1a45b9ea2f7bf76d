-- Subjects to browse. Filled as files are read again.
ALTER TABLE "Document" ADD COLUMN "subjects" JSONB NOT NULL DEFAULT '[]';
CREATE INDEX "Document_subjects_idx" ON "Document" USING GIN ("subjects");
