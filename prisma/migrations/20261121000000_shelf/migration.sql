-- CreateTable
CREATE TABLE "Municipality" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceFile" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT,
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "parserVersion" TEXT NOT NULL,
    "ingestedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" SERIAL NOT NULL,
    "municipalityId" INTEGER NOT NULL,
    "sourceFileId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "totalNumber" INTEGER,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "publishedOn" DATE,
    "orderedOn" DATE NOT NULL,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TocGroup" (
    "id" SERIAL NOT NULL,
    "issueId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,

    CONSTRAINT "TocGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TocEntry" (
    "id" SERIAL NOT NULL,
    "groupId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "docNumber" TEXT,
    "documentId" INTEGER,

    CONSTRAINT "TocEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" SERIAL NOT NULL,
    "municipalityId" INTEGER NOT NULL,
    "sourceFileId" INTEGER NOT NULL,
    "issueId" INTEGER,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "matchTitle" TEXT NOT NULL,
    "titleBigrams" INTEGER[],
    "titleKey" TEXT NOT NULL,
    "issuedTitleKey" TEXT,
    "genre" TEXT,
    "category" TEXT,
    "letterhead" TEXT,
    "agency" TEXT,
    "docNumber" TEXT,
    "agencyCode" TEXT,
    "year" INTEGER,
    "serial" INTEGER,
    "signedOn" DATE,
    "publishedOn" DATE,
    "orderedOn" DATE NOT NULL,
    "length" INTEGER NOT NULL,
    "tree" JSONB NOT NULL,
    "treeVersion" INTEGER NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "partKind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "path" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "matchText" TEXT NOT NULL,
    "bigrams" INTEGER[],

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" SERIAL NOT NULL,
    "documentId" INTEGER NOT NULL,
    "sectionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "wordsAt" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "aliasDefinition" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT,
    "titleKey" TEXT,
    "docNumber" TEXT,
    "agencyCode" TEXT,
    "year" INTEGER,
    "serial" INTEGER,
    "targetDocumentId" INTEGER,
    "candidates" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_slug_key" ON "Municipality"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Municipality_name_key" ON "Municipality"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SourceFile_path_key" ON "SourceFile"("path");

-- CreateIndex
CREATE UNIQUE INDEX "SourceFile_hash_key" ON "SourceFile"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_sourceFileId_key" ON "Issue"("sourceFileId");

-- CreateIndex
CREATE INDEX "Issue_orderedOn_id_idx" ON "Issue"("orderedOn" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_municipalityId_year_number_key" ON "Issue"("municipalityId", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TocGroup_issueId_position_key" ON "TocGroup"("issueId", "position");

-- CreateIndex
CREATE INDEX "TocEntry_documentId_idx" ON "TocEntry"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "TocEntry_groupId_position_key" ON "TocEntry"("groupId", "position");

-- CreateIndex
CREATE INDEX "Document_issueId_position_idx" ON "Document"("issueId", "position");

-- CreateIndex
CREATE INDEX "Document_docNumber_idx" ON "Document"("docNumber");

-- CreateIndex
CREATE INDEX "Document_year_serial_idx" ON "Document"("year", "serial");

-- CreateIndex
CREATE INDEX "Document_agencyCode_year_serial_idx" ON "Document"("agencyCode", "year", "serial");

-- CreateIndex
CREATE INDEX "Document_titleKey_idx" ON "Document"("titleKey");

-- CreateIndex
CREATE INDEX "Document_issuedTitleKey_idx" ON "Document"("issuedTitleKey");

-- CreateIndex
CREATE INDEX "Document_titleBigrams_idx" ON "Document" USING GIN ("titleBigrams" array_ops);

-- CreateIndex
CREATE INDEX "Document_municipalityId_orderedOn_id_idx" ON "Document"("municipalityId", "orderedOn" DESC, "id");

-- CreateIndex
CREATE INDEX "Document_orderedOn_id_idx" ON "Document"("orderedOn" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Document_municipalityId_slug_key" ON "Document"("municipalityId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Document_sourceFileId_position_key" ON "Document"("sourceFileId", "position");

-- CreateIndex
CREATE INDEX "Section_bigrams_idx" ON "Section" USING GIN ("bigrams" array_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Section_documentId_address_key" ON "Section"("documentId", "address");

-- CreateIndex
CREATE UNIQUE INDEX "Section_documentId_position_key" ON "Section"("documentId", "position");

-- CreateIndex
CREATE INDEX "Citation_sectionId_idx" ON "Citation"("sectionId");

-- CreateIndex
CREATE INDEX "Citation_targetDocumentId_idx" ON "Citation"("targetDocumentId");

-- CreateIndex
CREATE INDEX "Citation_docNumber_idx" ON "Citation"("docNumber");

-- CreateIndex
CREATE INDEX "Citation_titleKey_idx" ON "Citation"("titleKey");

-- CreateIndex
CREATE INDEX "Citation_year_serial_idx" ON "Citation"("year", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_documentId_position_key" ON "Citation"("documentId", "position");

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_sourceFileId_fkey" FOREIGN KEY ("sourceFileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TocGroup" ADD CONSTRAINT "TocGroup_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TocEntry" ADD CONSTRAINT "TocEntry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "TocGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TocEntry" ADD CONSTRAINT "TocEntry_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_municipalityId_fkey" FOREIGN KEY ("municipalityId") REFERENCES "Municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_sourceFileId_fkey" FOREIGN KEY ("sourceFileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_targetDocumentId_fkey" FOREIGN KEY ("targetDocumentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say. A row that breaks one of these is a mistake of ours, and takes its whole source file back.
ALTER TABLE "Municipality" ADD CONSTRAINT "Municipality_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "Issue"
  ADD CONSTRAINT "Issue_year_check" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "Issue_number_check" CHECK ("number" > 0);

ALTER TABLE "TocGroup" ADD CONSTRAINT "TocGroup_position_check" CHECK ("position" > 0);

ALTER TABLE "TocEntry" ADD CONSTRAINT "TocEntry_position_check" CHECK ("position" > 0);

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "Document_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND "slug" <> 'issues'),
  ADD CONSTRAINT "Document_year_check" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "Document_docNumber_check" CHECK (("docNumber" IS NULL) = ("agencyCode" IS NULL) AND ("docNumber" IS NULL) = ("serial" IS NULL)),
  ADD CONSTRAINT "Document_tree_check" CHECK ("tree" ->> 'type' = 'document');

ALTER TABLE "Section"
  ADD CONSTRAINT "Section_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "Section_kind_check" CHECK ("kind" IN ('part', 'section', 'callout', 'table')),
  ADD CONSTRAINT "Section_partKind_check" CHECK ("partKind" IN ('notice', 'annexed', 'attachment'));

ALTER TABLE "Citation"
  ADD CONSTRAINT "Citation_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "Citation_wordsAt_check" CHECK ("wordsAt" >= 0),
  ADD CONSTRAINT "Citation_relation_check" CHECK ("relation" IN ('implements', 'repeals', 'amends', 'extends', 'cites')),
  ADD CONSTRAINT "Citation_reference_check" CHECK ("docNumber" IS NOT NULL OR "titleKey" IS NOT NULL),
  ADD CONSTRAINT "Citation_candidates_check" CHECK ("candidates" >= 0);
