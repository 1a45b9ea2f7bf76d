-- Feeds: what arrives with an issue is one entry with it, and numbers have events of their own.
-- Every feed is a few indexes that hold just what it lists, in its order.

ALTER TABLE "Event" ADD COLUMN "partOf" BIGINT;
UPDATE "Event" part SET "partOf" = whole."id" FROM "Event" whole
    WHERE part."kind" = 'document' AND whole."kind" = 'issue' AND whole."at" = part."at" AND whole."municipality" = part."municipality"
        AND whole."issueYear" = part."issueYear" AND whole."issueNumber" = part."issueNumber";

-- What is cited now was cited from the day on which its document was held: nothing is told anew
-- when a file is read again.
INSERT INTO "Event" ("at", "kind", "municipality", "ledgerDocumentId", "issueYear", "issueNumber", "agency", "aboutNumber", "title")
    SELECT ledger."arrivedAt", reference."kind", ledger."municipality", ledger."id", ledger."issueYear", ledger."issueNumber", citing."agency",
        reference."docNumber", citing."title"
    FROM (
        SELECT "documentId", "docNumber", min("position") AS "position",
            CASE "relation" WHEN 'repeals' THEN 'repealed' WHEN 'amends' THEN 'amended' WHEN 'extends' THEN 'extended' ELSE 'cited' END AS "kind"
        FROM "Citation" WHERE NOT "aliasDefinition" AND "docNumber" IS NOT NULL GROUP BY 1, 2, 4
    ) reference
    JOIN "Document" citing ON citing."id" = reference."documentId" AND reference."docNumber" <> coalesce(citing."docNumber", '')
    JOIN "LedgerDocument" ledger ON ledger."documentId" = citing."id"
    ORDER BY ledger."arrivedAt", ledger."id", reference."position";

CREATE INDEX "Event_partOf_idx" ON "Event"("partOf", "id") WHERE "partOf" IS NOT NULL;
CREATE INDEX "Event_entry_idx" ON "Event"("id" DESC) WHERE "partOf" IS NULL AND "aboutNumber" IS NULL AND "kind" <> 'reread';
CREATE INDEX "Event_municipality_entry_idx" ON "Event"("municipality", "id" DESC) WHERE "partOf" IS NULL AND "aboutNumber" IS NULL AND "kind" <> 'reread';
CREATE INDEX "Event_agency_entry_idx" ON "Event"("municipality", "agency", "id" DESC) WHERE "aboutNumber" IS NULL AND "kind" <> 'reread';
CREATE INDEX "Event_issue_idx" ON "Event"("id" DESC) WHERE "ledgerDocumentId" IS NULL;
CREATE INDEX "Event_municipality_issue_idx" ON "Event"("municipality", "id" DESC) WHERE "ledgerDocumentId" IS NULL;
CREATE INDEX "Event_own_idx" ON "Event"("ledgerDocumentId", "id" DESC) WHERE "aboutNumber" IS NULL;
CREATE INDEX "Event_arrival_idx" ON "Event"("id" DESC) WHERE "kind" = 'document';
CREATE INDEX "LedgerDocument_docNumber_idx" ON "LedgerDocument"("docNumber");
