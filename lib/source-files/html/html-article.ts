import { keyOf } from '@/lib/gazette/words/chars';
import { findDate } from '@/lib/gazette/words/numbers';
import { genreOf } from '@/lib/gazette/words/titles';
import type { SourceBlock, LineBlock } from '@/lib/source-files/blocks';
import { inkOf, blockLinesOf } from '@/lib/source-files/blocks';
import { blocksOf, type Walk } from './html-blocks';
import { htmlAttributeOf, htmlChildrenOf, isBlock, isElement, isHidden, isLink, isSilent, isText } from './html-tree';
import type { Element, HtmlNode } from './html-tree';
import { joinKeys, nameField, startsWithKey } from '@/lib/source-files/text/portal-keys';
import { settleTables } from './layout-tables';

/**
 * Finds the document in a saved page: the part with the running text, and what belongs to it around
 * that part.
 */

/** Counts of what is below a node. */
interface Measure {
  ink: number;
  linked: number;
  links: number;
  /** Han characters outside of links and of boilerplate. */
  words: number;
  /** Characters of boilerplate. */
  fixed: number;
}

/** Boilerplate of pages (navigation, footers), by the first words of a line. */
const boilerplate =
  /^(?:版权所有|主办|承办|协办|技术支持|网站标识码|政府网站|.{0,6}ICP备|.{0,8}公网安备|联系我们|网站地图|站点地图|关于我们|无障碍|长者|适老|简体|繁[体體]|English|登录|注册|首页|网站首页|设为首页|加入收藏|(?:您)?(?:的)?当前(?:的)?位置|您(?:现)?在的?位置|所在位置|打印|【打印|\[打印|关闭|【关闭|分享|收藏|字[体号]|【?字[体号]|扫一扫|手机[扫版]|微信|微博|上一[篇条页]|下一[篇条页]|相关|热[点门]|推荐|返回顶?部?|浏览|访问量|点击|责任编辑|编辑[:：]|您访问的链接|政务新媒体|搜索|请输入|暂无|建议使用|Copyright|copyright|©)/;
const related = /相关|推荐|热[点门]|友情链接|上一[篇条]|下一[篇条]|分享|导航|图解|延伸阅读/;
const siteName = /(?:门户|网站?|官网)$/;

/** The same, anywhere in a line. */
const carriedWords =
  /转载请|不得转载|本网?站|公网安备|ICP备|网站标识码|版权所有|(?:主办|承办|协办|维护)(?:单位)?[:：]?|欢迎(?:访问|光临)|今天是/;
const longestBoilerplate = 120;
const isCarried = (text: string): boolean =>
  text.length <= longestBoilerplate && (boilerplate.test(keyOf(text)) || carriedWords.test(keyOf(text)));

const none: Measure = { ink: 0, linked: 0, links: 0, words: 0, fixed: 0 };

class Page {
  private readonly measures = new Map<HtmlNode, Measure>();
  readonly leftOut: string[] = [];
  readonly struck: string[] = [];
  pictures = 0;
  private readonly body: Element;
  private readonly showHidden: boolean;

  constructor(body: Element, showHidden: boolean) {
    this.body = body;
    this.showHidden = showHidden;
    this.measure(body, false);
  }

  of(node: HtmlNode): Measure {
    return this.measures.get(node) ?? none;
  }

  private measure(node: HtmlNode, linked: boolean): Measure {
    const sum = { ...none };
    if (isText(node)) {
      const { value } = node;
      sum.ink = inkOf(value);
      sum.linked = linked ? sum.ink : 0;
      if (!linked && sum.ink > 0) {
        if (boilerplate.test(keyOf(value.slice(0, 200)))) sum.fixed = sum.ink;
        else sum.words = value.match(/\p{Script=Han}/gu)?.length ?? 0;
      }
    } else if (!isElement(node) || !(isSilent(node) || (isHidden(node) && !this.showHidden))) {
      const link = isElement(node) && isLink(node);
      sum.links = link ? 1 : 0;
      for (const child of htmlChildrenOf(node)) {
        const below = this.measure(child, linked || link);
        sum.ink += below.ink;
        sum.linked += below.linked;
        sum.links += below.links;
        sum.words += below.words;
        sum.fixed += below.fixed;
      }
    }
    this.measures.set(node, sum);
    return sum;
  }

  /** Elements from the page's body to the one that holds the running text. */
  path(): Element[] {
    const path = [this.body];
    for (;;) {
      const node = path.at(-1)!;
      const children = htmlChildrenOf(node).filter(isElement);
      const best = children.reduce<Element | undefined>(
        (first, child) => (this.of(child).words > (first ? this.of(first).words : 0) ? child : first),
        undefined,
      );
      if (!best || this.of(best).words < 0.7 * this.of(node).words) break;
      path.push(best);
    }
    while (path.length > 1 && (!holdsText(path.at(-1)!) || this.isAllText(path.at(-2)!, path.at(-1)!))) path.pop();
    return path;
  }

  /**
   * Tests whether what is around an element in another has neither links nor boilerplate: then it
   * is text too.
   */
  private isAllText(around: Element, element: Element): boolean {
    const [outer, inner] = [this.of(around), this.of(element)];
    return outer.linked === inner.linked && outer.fixed === inner.fixed;
  }

  private isNavigation(element: Element, inside: boolean): boolean {
    const { ink, linked, links } = this.of(element);
    if (ink === 0 || !isBlock(element)) return false;
    const role = htmlAttributeOf(element, 'role');
    if (element.tagName === 'nav' || role === 'navigation' || role === 'search') return true;
    if (/^(?:footer|aside)$/.test(element.tagName) && (!inside || linked > 0.5 * ink)) return true;
    if (links < 3 || linked < 0.6 * ink || holdsAttachments(element)) return false;
    return !inside || linked <= 6 * links || related.test(keyOf(firstWords(element))) || this.standsBesideText(element);
  }

  /** A column of links beside the text, on a page that is laid out by a table. */
  private standsBesideText(element: Element): boolean {
    const beside = element.tagName === 'td' && element.parentNode ? htmlChildrenOf(element.parentNode) : [];
    return beside.some((other) => other !== element && this.of(other).words > 2 * this.of(element).ink);
  }

  /** Remembers lines as left out. */
  leaveOut(blocks: readonly SourceBlock[]): void {
    for (const { text } of blockLinesOf(blocks)) this.leftOut.push(text);
  }

  /** Blocks of some nodes without navigation, which is remembered as left out. */
  blocks(nodes: readonly HtmlNode[], inside: boolean): SourceBlock[] {
    const walk: Walk = {
      showHidden: this.showHidden,
      pictures: 0,
      struck: [],
      skip: (element) => {
        if (!this.isNavigation(element, inside)) return false;
        this.leaveOut(blocksOf([element], { ...walk, skip: () => false }));
        return true;
      },
    };
    const blocks = settleTables(blocksOf(nodes, walk));
    if (inside) {
      this.pictures += walk.pictures;
      for (const words of walk.struck) this.struck.push(words);
    }
    return blocks;
  }
}

/** Containers of texts; a paragraph or a row is a piece of one. */
function holdsText(element: Element): boolean {
  const { tagName } = element;
  const parts = element.childNodes.filter(
    (child) => isElement(child) && (isBlock(child) || child.tagName === 'br'),
  ).length;
  if (/^(?:p|pre|li|ul|ol|dl|dt|dd|h\d|table|tbody|thead|tr|caption)$/.test(tagName)) return false;
  return /^(?:td|th)$/.test(tagName) ? parts >= 3 : isBlock(element) || parts >= 2;
}

function holdsAttachments(element: Element): boolean {
  return /^附件/.test(keyOf(firstWords(element)));
}

function firstWords(node: HtmlNode): string {
  if (isText(node)) return node.value.trim();
  let text = '';
  for (const child of htmlChildrenOf(node)) {
    if (isElement(child) && isSilent(child)) continue;
    text += firstWords(child);
    if (text.length > 12) break;
  }
  return text;
}

/** The facts of its article in the head of a page. */
export interface PageHead {
  /** Keys of titles: the page's own, and the one that portals write into a meta element. */
  titles: string[];
}

/** The article of a page. */
export interface Article {
  /** Lines above the text that belong to it: its title, the portal's keys. */
  above: LineBlock[];
  blocks: SourceBlock[];
  below: LineBlock[];
  /** Lines that were left out as navigation. */
  leftOut: string[];
  pictures: number;
  /** Words that are struck through. */
  struck: string[];
  /** Han characters of running text on the page, links, and characters that it hides. */
  words: number;
  links: number;
}

const signing = /(?:政府|办公室|办公厅|委员会|局|厅|委|部|中心|人民银行)$/;

/** Tests for a portal's field, or its line of date and source below a title. */
export function isField(text: string): boolean {
  if (startsWithKey(text)) return true;
  const key = keyOf(text);
  const dated = /[12]\d{3}[-年/.]\d{1,2}[-月/.]\d{1,2}/.test(key);
  return dated && key.length <= 120 && /^.{0,8}(?:时间|日期|来源|发布)|【?字[体号][:：]/.test(key);
}

/** Tests for a line that belongs to the text although it is outside of it. */
function belongs({ text, linked = 0, title = false }: LineBlock, { titles }: PageHead, below: boolean): boolean {
  const key = keyOf(text);
  if (/^附件/.test(key)) return true;
  if (linked > 0.6 * inkOf(text)) return false;
  if (isField(text)) return true;
  if (boilerplate.test(key) || siteName.test(key)) return false;
  if (key.length >= 8 && titles.some((whole) => whole.startsWith(key))) return true;
  if (title && key.length >= 4 && (titles.some((whole) => whole.includes(key)) || (key.length >= 8 && genreOf(text))))
    return true;
  if (/[〔[]\d{4}[〕\]]\d{1,5}号/.test(key) && key.length <= 60) return true;
  if (below && key.length <= 40 && (signing.test(key) || findDate(key) !== null)) return true;
  return /[。;]/.test(key) && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 30;
}

/** Pages with fewer links have no navigation around their text. */
const fewLinks = 3;
const headLines = 40;
const shortLine = 60;

/** What may be above the title of a document. */
const aboveTitle = /[〔[]\d{4}[〕\]]\d{1,5}号|(?:文件|公报|令|公告|通告)$|第.{1,4}[期号]/;
/** What may follow its last paragraph. */
const endsText = /^附|[。;；]$|^[一二三四五六七八九十(（\d第][^:：]{0,6}[、.）)条章]/;

/**
 * Cuts boilerplate from a container that holds the text with it: short lines above the title of the
 * page, and what follows on the first such line below the text.
 */
function cutEdges(blocks: readonly SourceBlock[], { titles }: PageHead, leftOut: string[]): SourceBlock[] {
  const isTitle = (key: string): boolean =>
    key.length >= 8 && !siteName.test(key) && titles.some((title) => title.includes(key));
  const titled = blocks.findIndex((block, at) => at < headLines && block.type === 'line' && isTitle(keyOf(block.text)));
  const kept = blocks.flatMap((block, at): SourceBlock[] => {
    if (block.type !== 'line' || at >= headLines || (titled >= 0 && at >= titled)) return [block];
    const field = nameField(block.text);
    if (field !== null || isField(block.text)) return [{ ...block, text: field ?? block.text }];
    const leading = titled >= 0 && block.text.length <= shortLine && !aboveTitle.test(keyOf(block.text));
    if (!leading && !(isCarried(block.text) && (titled >= 0 || at < 3))) return [block];
    leftOut.push(block.text);
    return [];
  });
  let cut = kept.length;
  for (let at = kept.length - 1; at >= 0; at--) {
    const block = kept[at]!;
    if (block.type !== 'line') break;
    const key = keyOf(block.text);
    if (isCarried(block.text)) cut = at;
    else if (block.text.length > shortLine || endsText.test(key) || signing.test(key) || findDate(key) !== null) break;
  }
  for (const { text } of blockLinesOf(kept.slice(cut))) leftOut.push(text);
  return kept.slice(0, cut);
}

/** Finds the article of a page. */
export function findArticle(body: Element, head: PageHead, showHidden: boolean): Article {
  const page = new Page(body, showHidden);
  const path = page.path();
  const core = path.at(-1)!;
  const above: LineBlock[][] = [];
  const below: LineBlock[][] = [];
  for (const [at, node] of path.slice(0, -1).entries()) {
    const inner = path[at + 1]!;
    const children = htmlChildrenOf(node);
    const cut = children.indexOf(inner);
    const nearest = at === path.length - 2;
    const keep = (nodes: HtmlNode[], isBelow: boolean): LineBlock[] =>
      blockLinesOf(joinKeys(page.blocks(nodes, false))).filter((line) => {
        const kept = belongs(line, head, isBelow && nearest);
        if (!kept) page.leftOut.push(line.text);
        return kept;
      });
    above.push(keep(children.slice(0, cut), false));
    below.push(keep(children.slice(cut + 1), true));
  }
  const { words, links } = page.of(body);
  const whole = joinKeys(page.blocks(htmlChildrenOf(core), true));
  const blocks = links < fewLinks ? whole : cutEdges(whole, head, page.leftOut);
  return {
    above: above.flat(),
    blocks,
    below: below.reverse().flat(),
    leftOut: page.leftOut,
    pictures: page.pictures,
    struck: page.struck,
    words,
    links,
  };
}
