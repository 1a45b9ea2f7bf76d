import { machineDate } from '@/lib/text/format';

/** What publishers state of a document, as it is stored. */
export interface StatedColumns {
  /** In the block of keys above its text. */
  indexNumber: string | null;
  /** 统一编号 */
  registration: string | null;
  topic: string | null;
  /** 发布机构 */
  statedAgency: string | null;
  statedSignedOn: Date | null;
  statedStartsOn: Date | null;
  statedEndsOn: Date | null;
  keywords: string | null;
  /** 内容概述 */
  summary: string | null;
  statedValidity: string | null;
  publishedOn: Date | null;
  /** In a manifest beside it; several rows state the same. */
  manifestRows: readonly {
    indexNumber: string | null;
    topic: string | null;
    validity: string | null;
    publishedOn: Date | null;
    url: string | null;
  }[];
}

/** A fact as the text prints it, else as the manifest has it. */
export interface StatedFact<Value> {
  value: Value | null;
  /** What the manifest has where the text prints something else. */
  other: Value | null;
}

/** What publishers state of a document, as it is shown. */
export interface StatedFactLists {
  indexNumber: StatedFact<string>;
  topic: StatedFact<string>;
  validity: StatedFact<string>;
  publishedOn: StatedFact<Date>;
  /** Address of the page it was taken from. */
  url: string | null;
  /** What the text alone states; null where it is what we show of the document anyway. */
  agency: string | null;
  signedOn: Date | null;
}

/**
 * Joins what the text and the manifest state. Where they differ both are shown.
 * @param found what the text itself says: who signs, and when
 */
export function joinStated(
  document: StatedColumns,
  found: { agency: string | null; signedOn: Date | null },
): StatedFactLists {
  const row = document.manifestRows[0];
  return {
    indexNumber: join(document.indexNumber, row?.indexNumber ?? null, (value) => value.normalize('NFKC').toUpperCase()),
    topic: join(document.topic, row?.topic ?? null, (value) => value.replace(/[\s,，、;；/|]+/gu, ' ')),
    validity: join(document.statedValidity, row?.validity ?? null, (value) => value),
    publishedOn: join(document.publishedOn, row?.publishedOn ?? null, machineDate),
    url: row?.url ?? null,
    agency: document.statedAgency === found.agency ? null : document.statedAgency,
    signedOn: document.statedSignedOn?.getTime() === found.signedOn?.getTime() ? null : document.statedSignedOn,
  };
}

function join<Value>(own: Value | null, listed: Value | null, keyOf: (value: Value) => string): StatedFact<Value> {
  const differs = own !== null && listed !== null && keyOf(own) !== keyOf(listed);
  return { value: own ?? listed, other: differs ? listed : null };
}
