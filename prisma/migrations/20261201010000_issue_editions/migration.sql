-- Two issues may share year and number: the regular one and its supplement (第4号, 第4号增刊).
ALTER TABLE "Issue" ADD COLUMN "edition" TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX "Issue_municipalityId_year_number_edition_key" ON "Issue" ("municipalityId", "year", "number", "edition");
DROP INDEX "Issue_municipalityId_year_number_key";

ALTER TABLE "FormerIssue" ADD COLUMN "edition" TEXT NOT NULL DEFAULT '';
ALTER TABLE "FormerIssue" DROP CONSTRAINT "FormerIssue_pkey";
ALTER TABLE "FormerIssue" ADD CONSTRAINT "FormerIssue_pkey" PRIMARY KEY ("municipality", "year", "number", "edition");

ALTER TABLE "LedgerDocument" ADD COLUMN "issueEdition" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Event" ADD COLUMN "issueEdition" TEXT NOT NULL DEFAULT '';
