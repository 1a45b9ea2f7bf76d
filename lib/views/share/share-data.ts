import type { Qr } from './qr';

/** What the card at a marker shows of a section, as `/api/v1/share` answers. */
export interface ShareData {
  /** The standard citation. */
  citation: string;
  /**
   * QR code of the section's own page with the key of its words, at the portal's public address;
   * null of a long one.
   */
  qr: Qr | null;
  /** Address of the section in the version that is shown now, for good. */
  pinned: string;
}
