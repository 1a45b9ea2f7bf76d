-- Apart from the others, because the former release cannot show lists of mentions with it: where readers must not notice the upgrade, apply it a release later. The code reads both.
ALTER TABLE "Citation" ALTER COLUMN "id" TYPE BIGINT;
ALTER SEQUENCE "Citation_id_seq" AS BIGINT;
