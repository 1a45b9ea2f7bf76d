-- One number for what is held: a transaction that changes anything that readers see raises it, once.
-- Whatever is kept outside the database (pages, files, feeds) is kept under it.
CREATE TABLE "Portal" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "identity" UUID NOT NULL DEFAULT gen_random_uuid(),
    "revision" BIGINT NOT NULL DEFAULT 1,
    "token" UUID NOT NULL DEFAULT gen_random_uuid(),
    CONSTRAINT "Portal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Portal_one_row" CHECK ("id" = 1)
);
INSERT INTO "Portal" DEFAULT VALUES;

-- "gongbao.raised" is the transaction that has raised the number; rolling back to a savepoint also
-- takes that back. A statement that found no row leaves a transaction without an id.
CREATE FUNCTION "raiseRevision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    this_transaction TEXT := pg_current_xact_id_if_assigned()::text;
BEGIN
    IF this_transaction IS NULL OR this_transaction = current_setting('gongbao.raised', true) THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('gongbao.raised', this_transaction, true);
    -- A restore may run with an empty search_path.
    EXECUTE format('UPDATE %I."Portal" SET "revision" = "revision" + 1, "token" = gen_random_uuid()', TG_TABLE_SCHEMA);
    RETURN NULL;
END
$$;

-- All tables but "Portal" itself and "_prisma_migrations", which no page shows.
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Municipality" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SourceFile" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Issue" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "TocGroup" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "TocEntry" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Document" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Section" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Citation" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CitedNumber" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "MentionCount" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ValidityClause" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ValidityPeriod" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SearchFrequency" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SearchStatistics" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
CREATE TRIGGER "raiseRevision" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SearchTerm" FOR EACH STATEMENT EXECUTE FUNCTION "raiseRevision"();
