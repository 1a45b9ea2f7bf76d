import { childOf, childrenNamed, isOn, numberOf, valueOf, type ParsedElement } from '@/lib/source-files/xml';

/** The list and level of an automatic numbering. */
export interface NumberedAs {
  numId: number;
  level: number;
}

/** Deeper chains of styles are circles. */
const longestChain = 30;

/** The styles of a Word file, and what a paragraph or run inherits from them. */
export class Styles {
  private readonly byId = new Map<string, ParsedElement>();
  private readonly standard: string | undefined;

  constructor(root: ParsedElement | undefined) {
    for (const style of childrenNamed(root, 'w:style')) {
      const id = style.attributes.styleId;
      if (id === undefined) continue;
      this.byId.set(id, style);
      if (style.attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes.default ?? ''))
        this.standard = id;
    }
  }

  /** Lists a style and those that it is based on, nearest first. */
  private chain(id: string | undefined): { id: string; style: ParsedElement }[] {
    const chain: { id: string; style: ParsedElement }[] = [];
    for (let next = id; next !== undefined && chain.length < longestChain;) {
      const style = this.byId.get(next);
      if (!style) break;
      chain.push({ id: next, style });
      next = valueOf(style, 'w:basedOn');
    }
    return chain;
  }

  /** `numId` of the numbering that a numbering style names. */
  numberingOf(id: string): number | undefined {
    const properties = this.chain(id).map(({ style }) => childOf(childOf(style, 'w:pPr'), 'w:numPr'));
    return properties.map((found) => numberOf(found, 'w:numId')).find((found) => found !== undefined);
  }

  /**
   * Gives the numbering of a paragraph: its own, or its style's.
   * @param levelOf the level of a numbering that belongs to a style
   */
  numberedAs(
    properties: ParsedElement | undefined,
    levelOf: (numId: number, style: string) => number | undefined,
  ): NumberedAs | null {
    const own = childOf(properties, 'w:numPr');
    const ownId = numberOf(own, 'w:numId');
    const ownLevel = numberOf(own, 'w:ilvl');
    if (ownId !== undefined) return ownId === 0 ? null : { numId: ownId, level: ownLevel ?? 0 };
    for (const { id, style } of this.chain(valueOf(properties, 'w:pStyle') ?? this.standard)) {
      const inherited = childOf(childOf(style, 'w:pPr'), 'w:numPr');
      const numId = numberOf(inherited, 'w:numId');
      if (numId === 0) return null;
      if (numId !== undefined)
        return { numId, level: ownLevel ?? levelOf(numId, id) ?? numberOf(inherited, 'w:ilvl') ?? 0 };
    }
    return null;
  }

  /** Tests whether a run is hidden by itself, its style or its paragraph's style. */
  hides(run: ParsedElement | undefined, paragraphStyle: string | undefined): boolean {
    const styles = [...this.chain(valueOf(run, 'w:rStyle')), ...this.chain(paragraphStyle ?? this.standard)];
    const said = [run, ...styles.map(({ style }) => childOf(style, 'w:rPr'))].map((each) => isOn(each, 'w:vanish'));
    return said.find((each) => each !== undefined) ?? false;
  }
}
