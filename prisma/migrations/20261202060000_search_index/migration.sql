-- Indexes outside the database (OpenSearch), and the documents that they have still to take over.
CREATE TABLE "SearchIndex" (
    "name" TEXT NOT NULL,
    "spelling" TEXT NOT NULL,
    "applied" BIGINT NOT NULL,
    "walkedTo" INTEGER NOT NULL DEFAULT 0,
    "isLive" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "liveAt" TIMESTAMPTZ,
    CONSTRAINT "SearchIndex_pkey" PRIMARY KEY ("name")
);
CREATE UNIQUE INDEX "SearchIndex_live_idx" ON "SearchIndex"("spelling") WHERE "isLive";

CREATE TABLE "IndexChange" (
    "id" BIGSERIAL NOT NULL,
    "documentId" INTEGER,
    "sections" INTEGER,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "IndexChange_pkey" PRIMARY KEY ("id")
);

-- What a search finds is another thing from then on: kept pages of searches are made anew.
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OF "applied", "isLive" OR DELETE ON "SearchIndex" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();

-- Notes a document whose entries in the index are others now, in the transaction that changes it; of
-- one that is deleted also how many sections it had. Nothing is noted while there is no index.
CREATE FUNCTION "noteIndexChange"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_followed BOOLEAN;
    document_ids INTEGER[];
BEGIN
    -- A restore may run with an empty search_path.
    EXECUTE format('SELECT EXISTS (SELECT FROM %I."SearchIndex")', TG_TABLE_SCHEMA) INTO is_followed;
    IF NOT is_followed THEN
        IF TG_WHEN = 'BEFORE' THEN
            RETURN OLD;
        END IF;
        RETURN NULL;
    END IF;
    -- The lock of ingests (lib/db/ingest/transaction.ts): ids have the order of commits.
    PERFORM pg_advisory_xact_lock(20180058);
    IF TG_TABLE_NAME = 'Document' AND TG_OP = 'DELETE' THEN
        EXECUTE format('INSERT INTO %I."IndexChange" ("documentId", "sections")
            SELECT $1, coalesce(max("position"), 0) FROM %I."Section" WHERE "documentId" = $1', TG_TABLE_SCHEMA, TG_TABLE_SCHEMA) USING OLD."id";
        PERFORM pg_notify('gongbao_index', '');
        RETURN OLD;
    END IF;
    IF TG_TABLE_NAME = 'Document' THEN
        document_ids := ARRAY[NEW."id"];
    ELSIF TG_OP = 'DELETE' THEN
        document_ids := ARRAY[OLD."documentId"];
    ELSIF TG_OP = 'INSERT' THEN
        document_ids := ARRAY[NEW."documentId"];
    ELSE
        document_ids := ARRAY[NEW."documentId", OLD."documentId"];
    END IF;
    EXECUTE format('INSERT INTO %I."IndexChange" ("documentId") SELECT DISTINCT "id" FROM unnest($1) AS changed("id") WHERE "id" IS NOT NULL', TG_TABLE_SCHEMA)
        USING document_ids;
    PERFORM pg_notify('gongbao_index', '');
    RETURN NULL;
END
$$;

-- Its sections are still there before it is deleted.
CREATE TRIGGER "noteIndexDeletion" BEFORE DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION "noteIndexChange"();
CREATE TRIGGER "noteIndexChange" AFTER INSERT OR UPDATE OF "municipalityId", "issueId", "matchTitle", "genre", "agency", "docNumber", "agencyCode", "year", "serial", "orderedOn", "topic", "subjects"
  ON "Document" FOR EACH ROW EXECUTE FUNCTION "noteIndexChange"();
CREATE TRIGGER "noteIndexChange" AFTER UPDATE OF "position", "kind", "partKind", "matchText" ON "Section" FOR EACH ROW EXECUTE FUNCTION "noteIndexChange"();
CREATE TRIGGER "noteIndexChange" AFTER INSERT OR UPDATE OR DELETE ON "ValidityPeriod" FOR EACH ROW EXECUTE FUNCTION "noteIndexChange"();
CREATE TRIGGER "noteIndexChange" AFTER INSERT OR UPDATE OF "topic", "documentId" OR DELETE ON "ManifestRow" FOR EACH ROW EXECUTE FUNCTION "noteIndexChange"();
