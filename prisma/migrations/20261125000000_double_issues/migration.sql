-- 合刊: one issue that bears several numbers, 第7-8号.
ALTER TABLE "Issue" ADD COLUMN "lastNumber" INTEGER;
