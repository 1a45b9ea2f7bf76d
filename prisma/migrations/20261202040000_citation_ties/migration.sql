-- What ties a document to one that it cites: it rests on it, corrects, interprets or reissues it.
ALTER TABLE "Citation" ADD COLUMN "tie" TEXT
  CONSTRAINT "Citation_tie_check" CHECK ("tie" IN ('basis', 'corrects', 'interprets', 'reissues'));
CREATE INDEX "Citation_tied_idx" ON "Citation"("documentId", "position") WHERE "tie" IS NOT NULL;
CREATE INDEX "Citation_tied_target_idx" ON "Citation"("targetDocumentId") WHERE "tie" IS NOT NULL;
CREATE INDEX "Citation_corrects_idx" ON "Citation"("orderedOn" DESC, "documentId" DESC, "position") WHERE "tie" = 'corrects';
-- What the register reads of all bases at once, without their rows.
CREATE INDEX "Citation_basis_idx" ON "Citation"("targetDocumentId", "documentId") WHERE "tie" = 'basis';
CREATE INDEX "Document_signed_idx" ON "Document"("id") INCLUDE ("signedOn");
