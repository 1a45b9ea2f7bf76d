-- A search visits a thousand rows in many places. It reads numbers, days and the grams of the heading of all, and matchText of those that longer words may stand in:
-- these stay in the row, uncompressed where the text is of usual length. The grams of the whole, which the index holds, and the text as printed leave it.
ALTER TABLE "Section" ALTER COLUMN "text" SET STORAGE EXTERNAL;
ALTER TABLE "Section" ALTER COLUMN "heading" SET STORAGE MAIN;
ALTER TABLE "Section" ALTER COLUMN "path" SET STORAGE MAIN;
ALTER TABLE "Section" ALTER COLUMN "headingGrams" SET STORAGE MAIN;
ALTER TABLE "Section" SET (toast_tuple_target = 1600);

-- The tree is stored and read whole, never looked into: as text it takes less time to store and to read, and keeps its order.
ALTER TABLE "Document" ALTER COLUMN "tree" TYPE JSON USING "tree"::json;
