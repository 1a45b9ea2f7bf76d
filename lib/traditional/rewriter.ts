import { RewritingStream } from 'parse5-html-rewriting-stream';
import { escapeXml } from '@/lib/export/xml';
import { attribute, rewriteAttributes } from './attributes';
import { convertTogether, type Convert } from './convert';

type StartTag = Parameters<RewritingStream['emitStartTag']>[0];

/** Elements that may be inside a word: the text before, in and after them is converted as one. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Elements that are written without an end. */
const isVoid = (tag: StartTag): boolean => tag.tagName === 'link';

/**
 * Tests for elements that only scripts need. React would rebuild the page with simplified words,
 * and a button that sends no form does nothing without scripts. The linked data describes the
 * original, at the original's address.
 */
const isLeftOut = (tag: StartTag): boolean =>
  tag.tagName === 'script' ||
  (tag.tagName === 'button' && attribute(tag, 'type') === 'button' && attribute(tag, 'popovertarget') === undefined) ||
  (tag.tagName === 'link' && (attribute(tag, 'as') === 'script' || attribute(tag, 'rel') === 'modulepreload'));

/**
 * Tests for elements that stay as they are: the reader's own words, styles, and what is marked as
 * not to be translated, such as a citation that has to be found again.
 */
const isKept = (tag: StartTag): boolean =>
  tag.tagName === 'textarea' || tag.tagName === 'style' || attribute(tag, 'translate') === 'no';

/** An element in which nothing is rewritten, and how many of its name are open. */
interface Apart {
  tagName: string;
  open: number;
  leftOut: boolean;
}

/**
 * Rewrites the HTML of a page, as a stream, in traditional characters. It holds back at most one
 * paragraph, to convert it as a whole.
 */
export class TraditionalRewriter extends RewritingStream {
  readonly #tools: { convert: Convert; siteUrl: string };
  /** Words and tags since the last block began, in their order. */
  #line: ({ words: string } | { mark: string })[] = [];
  #apart: Apart | null = null;
  /**
   * Output that is ready. It is sent with the piece of the page that it came from: small pieces
   * compress badly.
   */
  #ready = '';

  constructor(convert: Convert, siteUrl: string) {
    super();
    this.#tools = { convert, siteUrl };
    this.on('startTag', (tag, raw) => this.#onStart(tag, raw));
    this.on('endTag', ({ tagName }, raw) => this.#onEnd(tagName, raw));
    this.on('text', (_, raw) => this.#onText(raw));
    // Comments are only needed by React.
    this.on('comment', () => undefined);
  }

  override emitRaw(html: string): void {
    this.#ready += html;
  }

  override _transformChunk(chunk: string): string {
    super._transformChunk(chunk);
    const ready = this.#ready;
    this.#ready = '';
    return ready;
  }

  override _flush(done: (error: null, rest: string) => void): void {
    this.#emitLine();
    done(null, this.#ready);
  }

  #onStart(tag: StartTag, raw: string): void {
    if (this.#apart) {
      if (tag.tagName === this.#apart.tagName) this.#apart.open++;
      this.#pass(raw);
      return;
    }
    const leftOut = isLeftOut(tag);
    if ((leftOut && !isVoid(tag)) || isKept(tag)) this.#apart = { tagName: tag.tagName, open: 1, leftOut };
    if (leftOut) return;
    if (this.#apart) {
      this.#emitLine();
      this.emitRaw(print(withLanguage(tag)));
      return;
    }
    const changed = rewriteAttributes(tag, this.#tools);
    this.#addMark(tag.tagName, changed ? print(tag) : raw);
  }

  #onEnd(tagName: string, raw: string): void {
    if (this.#apart) {
      this.#pass(raw);
      if (tagName === this.#apart.tagName && --this.#apart.open === 0) this.#apart = null;
    } else this.#addMark(tagName, raw);
  }

  /** Entities are ASCII, which converts to itself: the text needs not be decoded. */
  #onText(raw: string): void {
    if (this.#apart) this.#pass(raw);
    else this.#line.push({ words: raw });
  }

  #pass(raw: string): void {
    if (this.#apart?.leftOut) return;
    this.#emitLine();
    this.emitRaw(raw);
  }

  #addMark(tagName: string, mark: string): void {
    if (!INLINE.has(tagName)) this.#emitLine();
    this.#line.push({ mark });
  }

  #emitLine(): void {
    if (this.#line.length === 0) return;
    const words = this.#line.flatMap((piece) => ('words' in piece ? [piece.words] : []));
    const converted = convertTogether(words, this.#tools.convert).values();
    this.emitRaw(this.#line.map((piece) => ('words' in piece ? converted.next().value : piece.mark)).join(''));
    this.#line = [];
  }
}

const print = ({ tagName, attrs, selfClosing }: StartTag): string =>
  `<${tagName}${attrs.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join('')}${selfClosing ? '/>' : '>'}`;

/** What is not translated is read aloud and drawn as simplified Chinese. */
function withLanguage(tag: StartTag): StartTag {
  const isSaid = attribute(tag, 'translate') === undefined || attribute(tag, 'lang') !== undefined;
  return isSaid ? tag : { ...tag, attrs: [...tag.attrs, { name: 'lang', value: 'zh-Hans' }] };
}
