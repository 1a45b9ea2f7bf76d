import type * as ast from '@/lib/gazette/ast';

/**
 * 一、 and (一), chapters: what names a stretch of text. Lower markers number paragraphs as often as
 * they name them.
 */
const naming = new Set<ast.MarkerStyle>(['bian', 'chapter', 'division', 'hanComma', 'hanBracket']);

/**
 * Words on a line of their own that are text and no heading: what leads on (下列规定:), what is longer
 * than a heading can be, and an item of a list below which nothing stands (② 底部铺设排水管。).
 */
export function isSentence({ heading, children, marker }: ast.Section): boolean {
  const words = heading
    .map((node) => node.value)
    .join('')
    .trim();
  if (words.length > 60 || /[:：;；,，]$/u.test(words)) return true;
  return children.length === 0 && (!naming.has(marker.style) || words.endsWith('。'));
}

/**
 * How a numbered section is set: as a heading above its text, or as a marker that starts a
 * paragraph.
 */
export interface SectionSetting {
  runsOn: boolean;
  /** What stands behind marker and heading on the same line. */
  continued: readonly ast.Phrasing[];
  /** What stands below that line. */
  rest: readonly ast.Block[];
}

/** Takes a section; gives how it is set. */
export function setSection(node: ast.Section): SectionSetting {
  const unnamed = node.runIn || node.heading.length === 0;
  const [first, ...others] = node.children;
  const continued = unnamed && first?.type === 'paragraph' ? first.children : [];
  return {
    runsOn: unnamed || isSentence(node),
    continued,
    rest: continued.length > 0 ? others : node.children,
  };
}
