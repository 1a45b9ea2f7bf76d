-- What is said of a document's validity, judged for every day of all time: the search compares days with today.
CREATE TABLE "ValidityPeriod" (
    "documentId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "startsOn" DATE,
    "endsOn" DATE,
    CONSTRAINT "ValidityPeriod_pkey" PRIMARY KEY ("documentId", "position"),
    CONSTRAINT "ValidityPeriod_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ValidityPeriod_state_documentId_idx" ON "ValidityPeriod" ("state", "documentId");
