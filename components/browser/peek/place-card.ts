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

/** Pixels between link and card, so few that the pointer crosses them in time. */
const GAP = 6;
/** Pixels between the card and the edge of the window. */
const MARGIN = 12;

/**
 * Gives where the top left corner of a card goes.
 * It stands below its link, above it where there is more space, never over it, and never beyond
 * the sides of the window.
 * @param link the line of the link beside which the card stands
 */
export function placeCard(link: Box, card: Size, window: Size): { left: number; top: number } {
  const spaceBelow = window.height - link.bottom - GAP - MARGIN;
  const spaceAbove = link.top - GAP - MARGIN;
  const isBelow = card.height <= spaceBelow || spaceBelow >= spaceAbove;
  return {
    left: Math.max(MARGIN, Math.min(link.left, window.width - card.width - MARGIN)),
    top: isBelow ? link.bottom + GAP : link.top - GAP - card.height,
  };
}
