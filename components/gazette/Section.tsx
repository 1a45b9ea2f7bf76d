import type * as ast from '@/lib/gazette/ast';
import { addressParagraphs } from '@/lib/gazette';
import { isSentence, setSection } from '@/lib/text/run-in';
import { Blocks } from './Blocks';
import { Amended } from './Amended';
import { CitedHere } from './CitedHere';
import { Formerly } from './Formerly';
import { Handle, Share } from './Handle';
import { lookOf } from '@/lib/views/gazette/marker-styles';
import { showPhrasings } from './Phrasings';
import { below, headingTag, type BlockProps } from '@/lib/views/gazette/render-context';
import { displayUrl } from '@/lib/addresses/urls';
import { hook } from '@/components/browser/hooks';

/**
 * Anything numbered, from 第一编 to ①: a heading above its text, or a marker that starts a paragraph.
 */
export function Section({ node, context: around }: BlockProps<ast.Section>) {
  const context = { ...around, paragraphs: addressParagraphs(node) };
  const { runsOn, continued, rest } = setSection(node);
  const line = { node, context, continued };
  return (
    <>
      {runsOn ? <RunIn {...line} /> : <Heading {...line} />}
      {context.hintAt === node.id && <ShareHint />}
      <CitedHere id={node.id} context={context} />
      <Amended clauses={context.amended?.get(node.id)} />
      <Formerly id={node.id} context={context} />
      <FirstParagraph node={node} context={context} />
      <Blocks nodes={rest} context={runsOn ? context : below(context)} />
    </>
  );
}

/** What the first 款 meant before, which stands on the line of the number. */
function FirstParagraph({ node, context }: BlockProps<ast.Section>) {
  const id = context.paragraphs?.get(node);
  return id === undefined ? null : <Formerly id={id} context={context} />;
}

/** 二、基本原则, a line of its own. */
function Heading({ node, context }: BlockProps<ast.Section>) {
  const look = lookOf(node.marker);
  const Tag = headingTag(context.level);
  const [marker, words] = showPhrasings([[node.marker], node.heading], context);
  return (
    <Tag id={node.id} className={look.heading} {...hook('key', context.keys?.get(node.id))}>
      <Handle id={node.id} context={context} stop={look.stop}>
        {marker}
      </Handle>
      <span>{words}</span>
      {look.share && <Share id={node.id} context={context} />}
    </Tag>
  );
}

/**
 * (一)指导思想。以…: the naming words are bold in the face of their level, and the text goes on behind
 * them.
 */
function RunIn({ node, context, continued }: BlockProps<ast.Section> & { continued: readonly ast.Phrasing[] }) {
  const look = lookOf(node.marker);
  const first = context.paragraphs?.get(node);
  const [marker, lead, text] = showPhrasings([[node.marker], node.heading, continued], context);
  const handle = (
    <Handle id={node.id} context={context} stop={look.stop}>
      {marker}
    </Handle>
  );
  return (
    <p id={node.id} className={look.run} {...hook('key', context.keys?.get(node.id))}>
      {node.heading.length === 0 || isSentence(node) ? (
        <>
          {handle}
          {lead}
        </>
      ) : (
        <b {...hook('heading')}>
          {handle}
          {lead}
        </b>
      )}
      {first === undefined ? text : <span id={first}>{text}</span>}
    </p>
  );
}

/**
 * Said once, below the first number of a text, until it is put away: that numbers can be pressed.
 * Without script they are plain links, and it is not shown.
 */
const ShareHint = () => (
  <form
    className="hint screen-only"
    method="post"
    action={displayUrl()}
    {...hook('display')}
    {...hook('share-hint')}
    {...hook('added')}
  >
    <p>点编号即可转发这一节</p>
    <button name="hint" value="seen">
      知道了
    </button>
  </form>
);
