import type { StatedColumns } from '@/lib/views/document/stated-facts';

/** Makes the columns of a document of which a publisher states nothing. */
export const noStatedColumns = (): StatedColumns => ({
  indexNumber: null,
  registration: null,
  topic: null,
  statedAgency: null,
  statedSignedOn: null,
  statedStartsOn: null,
  statedEndsOn: null,
  keywords: null,
  summary: null,
  statedValidity: null,
  publishedOn: null,
  manifestRows: [],
});
