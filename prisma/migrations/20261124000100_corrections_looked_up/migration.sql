-- Which corrections mean the address of a document that comes or goes; which documents print a number that was corrected.
CREATE INDEX "Correction_meant_idx" ON "Correction" ("meant");
CREATE INDEX "Document_printedNumber_idx" ON "Document" ("printedNumber");
