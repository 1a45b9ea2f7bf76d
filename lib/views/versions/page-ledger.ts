import type { NoticeView } from './notice-view';

/** An address that the text has no more, kept at a place of it. */
export interface AnchorView {
  address: string;
  /** Empty where its words stand, unchanged, at that place. */
  notices: readonly NoticeView[];
}

/** What a page says of a shared link whose words are not where it leads. */
export type SharedNote =
  /** Its words are told at the place. */
  | { kind: 'other'; address: string; until: string; wasGone: boolean }
  /** The whole document was shared in a former version. */
  | { kind: 'version'; version: number; until: string; comparison: string; href: string }
  | { kind: 'unknown' };

/** What the ledger tells on a document's page, or on a section's. */
export interface PageLedger {
  /** The number of the version that is shown. */
  version: number;
  /** Whether there are others, or a change of it. */
  hasVersions: boolean;
  /** The value of `?k=` for each address, and for the whole document. */
  keys: ReadonlyMap<string, string>;
  wholeKey: string;
  /** What addresses meant before, by address. */
  notices: ReadonlyMap<string, readonly NoticeView[]>;
  /** Addresses that are not there any more, by where they are kept; '' is behind the text. */
  anchors: ReadonlyMap<string, readonly AnchorView[]>;
  shared: SharedNote | null;
}
