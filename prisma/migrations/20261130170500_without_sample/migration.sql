-- Whether somebody has taken the sample corpus out: `npm start` does not put it back.
ALTER TABLE "Portal" ADD COLUMN "withoutSample" BOOLEAN NOT NULL DEFAULT false;
