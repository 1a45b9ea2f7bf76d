/** A stretch of the window, in CSS pixels from its top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
interface Size {
  width: number;
  height: number;
}

/** Between link and card: near enough that the pointer does not fall into the gap. */
const GAP = 6;
/** Between card and edge of the window. */
const MARGIN = 12;

/**
 * Takes the line of a link, the size of the card and that of the window; gives where the card's top
 * left corner goes: below the link, above it where there is more room, never over it, and never
 * beyond the sides.
 */
export function placeCard(link: Box, card: Size, window: Size): { left: number; top: number } {
  const roomBelow = window.height - link.bottom - GAP - MARGIN;
  const roomAbove = link.top - GAP - MARGIN;
  const isBelow = card.height <= roomBelow || roomBelow >= roomAbove;
  return {
    left: Math.max(MARGIN, Math.min(link.left, window.width - card.width - MARGIN)),
    top: isBelow ? link.bottom + GAP : link.top - GAP - card.height,
  };
}
