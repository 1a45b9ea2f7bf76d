-- Reading a text again gives all its sections, citations, clauses and entries of contents new ids. A province with ten million sections would have used up 32 bits after some
-- two hundred times. Documents, issues and files are a hundred times fewer, and the search keeps ids of documents in 32 bits.
-- The tables are written anew with their indexes: about four minutes for each million sections (CHANGELOG). Until then nobody else reads or writes them.
SET LOCAL maintenance_work_mem = '512MB';
ALTER TABLE "Citation" DROP CONSTRAINT "Citation_sectionId_fkey";
ALTER TABLE "ValidityClause" DROP CONSTRAINT "ValidityClause_sectionId_fkey";
ALTER TABLE "TocEntry" DROP CONSTRAINT "TocEntry_groupId_fkey";

ALTER TABLE "Section" ALTER COLUMN "id" TYPE BIGINT;
ALTER TABLE "Citation" ALTER COLUMN "sectionId" TYPE BIGINT;
ALTER TABLE "ValidityClause" ALTER COLUMN "id" TYPE BIGINT, ALTER COLUMN "sectionId" TYPE BIGINT;
ALTER TABLE "TocGroup" ALTER COLUMN "id" TYPE BIGINT;
ALTER TABLE "TocEntry" ALTER COLUMN "id" TYPE BIGINT, ALTER COLUMN "groupId" TYPE BIGINT;

ALTER SEQUENCE "Section_id_seq" AS BIGINT;
ALTER SEQUENCE "ValidityClause_id_seq" AS BIGINT;
ALTER SEQUENCE "TocGroup_id_seq" AS BIGINT;
ALTER SEQUENCE "TocEntry_id_seq" AS BIGINT;

ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ValidityClause" ADD CONSTRAINT "ValidityClause_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TocEntry" ADD CONSTRAINT "TocEntry_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "TocGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;
