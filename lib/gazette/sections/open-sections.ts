import type * as ast from '../ast';
import type { MarkerMatch } from '../words/markers';
import { markerLetter, markerRank, rankOf } from '../words/markers';
import type { Messages } from '../messages';
import type { Span } from '../source';

/** A section that is open: what comes next may belong to it. */
interface OpenSection {
  rank: number;
  style: ast.MarkerStyle;
  ordinal: number;
  /** All its numbers where they are decimal: 2 for 2., 2, 1 for 2.1. */
  path?: readonly number[];
  node: ast.Section;
  /** Address without the part's prefix: 2.3.1 */
  local: string;
  /** Last number of each style directly below it. */
  siblings: Map<ast.MarkerStyle, number>;
}

/**
 * The sections that are open, outermost first.
 * Depth comes from the rank of the marker among them, not from a counter.
 */
export class OpenSections {
  readonly stack: OpenSection[] = [];
  private readonly lastOrdinal = new Map<ast.MarkerStyle, number>();
  private readonly siblings = new Map<ast.MarkerStyle, number>();
  private readonly messages: Messages;

  constructor(messages: Messages) {
    this.messages = messages;
  }

  /** The innermost section that is open. */
  get top(): OpenSection | undefined {
    return this.stack.at(-1);
  }

  /** Finds the open section of a style. */
  find(style: ast.MarkerStyle): OpenSection | undefined {
    return this.stack.find((each) => each.style === style);
  }

  /** Gives the number of the last section of a style, open or not. */
  last(style: ast.MarkerStyle): number | undefined {
    return this.lastOrdinal.get(style);
  }

  /** Closes every section. */
  closeAll(): void {
    this.stack.length = 0;
  }

  /** Closes the section of a style and all below it. */
  close(style: ast.MarkerStyle): void {
    const at = this.stack.findIndex((each) => each.style === style);
    if (at >= 0) this.stack.length = at;
  }

  /** Closes all below the section of a style. */
  closeBelow(style: ast.MarkerStyle): void {
    const at = this.stack.findLastIndex((each) => each.style === style);
    if (at >= 0) this.stack.length = at + 1;
  }

  /** Closes what ranks as low as a marker or lower; checks the marker's count. */
  closeFor(marker: MarkerMatch, span: Span): void {
    const rank = rankOf(marker);
    while (this.stack.length > 0 && this.top!.rank >= rank) this.stack.pop();
    this.checkOrder(marker, span);
  }

  /** Makes the address of a section below what is open, without the part's prefix. */
  addressOf(marker: MarkerMatch): string {
    const parent = this.top;
    const above = marker.path?.slice(0, -1);
    const continued =
      above === undefined ||
      (parent?.path?.length === above.length && above.every((each, at) => each === parent.path![at]));
    const inserted = marker.inserted ? `zhi${marker.inserted}` : ''; // 第二条之一: t2zhi1
    const number = continued
      ? `${markerLetter[marker.style] ?? ''}${marker.ordinal}${inserted}`
      : marker.path!.join('.');
    return marker.style === 'article' || !parent ? number : `${parent.local}.${number}`;
  }

  /**
   * Opens a section below what is open.
   * @param local its address without the part's prefix
   */
  open(marker: MarkerMatch, node: ast.Section, local: string): void {
    const path = marker.path ?? (marker.style === 'digitPoint' ? [marker.ordinal] : undefined);
    const { style, ordinal } = marker;
    this.stack.push({
      rank: rankOf(marker),
      style,
      ordinal,
      ...(path ? { path } : {}),
      node,
      local,
      siblings: new Map(),
    });
  }

  /** Tells whether a marker continues what is open: 四、 after 三、, (二) after (一). */
  continues(marker: MarkerMatch): boolean {
    const open = this.find(marker.style);
    if (open) return marker.ordinal === open.ordinal + 1;
    if (markerRank[marker.style] > markerRank.hanBracket) return false;
    return marker.ordinal === 1 && this.top !== undefined && this.top.rank < rankOf(marker);
  }

  private checkOrder({ style, ordinal, inserted }: MarkerMatch, span: Span): void {
    const siblings = this.top?.siblings ?? this.siblings;
    const previous = siblings.get(style) ?? 0;
    const running = this.lastOrdinal.get(style) ?? 0;
    siblings.set(style, ordinal);
    this.lastOrdinal.set(style, ordinal);
    if (inserted || ordinal === previous + 1 || ordinal === running + 1 || ordinal === 1) return;
    const rule = ordinal === previous ? 'heading-repeated' : 'heading-gap';
    this.messages.add(rule, 'warning', `${ordinal} follows ${previous || running || 'nothing'} (${style})`, span);
  }
}

/** Ends a section, and those inside, where its last block ends. */
export function stretchSections(block: ast.Block): void {
  if (block.type !== 'section') return;
  block.children.forEach(stretchSections);
  const last = block.children.at(-1);
  if (last && last.position.end.offset > block.position.end.offset)
    block.position = { start: block.position.start, end: last.position.end };
}
