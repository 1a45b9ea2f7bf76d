-- Wanted numbers with the same year and serial under another code: where a slip of the pen may have been meant to lead.
CREATE INDEX "CitedNumber_year_serial_idx" ON "CitedNumber" ("year", "serial");
