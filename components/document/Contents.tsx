import type { OutlineEntry } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { partLabel, showHeading } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';
import { isOfSections, listBoxes, type ListedBox } from '@/lib/views/document/contents-boxes';
import { hook } from '@/components/browser/hooks';

/** 一、 and (一); below them the text itself is the list. */
const DEPTH = 2;
/** A list of more lines than a phone shows at once has a field to find one. */
const MANY = 10;

interface ContentsProps {
  tree: ast.Document;
  /** One entry per part of the tree. */
  outline: readonly OutlineEntry[];
  /** Addresses of sections that decisions change. */
  amended?: ReadonlySet<string> | undefined;
  /** Address of the document, whose sections are shared from here; absent for a former version. */
  href?: string | undefined;
}

/** What all lines of a list have in common. */
interface LineContext {
  amended: ReadonlySet<string>;
  href: string | undefined;
}

/**
 * The contents list of a document, from which each section can be shared.
 *
 * Beside the text on a wide screen, a closed 目录 above it on a narrow one. Script adds what the
 * field does: it leaves the lines that have the words.
 */
export function Contents({ tree, outline, amended = none, href }: ContentsProps) {
  if (outline.length === 1 && outline[0]?.children.length === 0) return null;
  const { callouts, tables } = listBoxes(outline, tree);
  const context = { amended, href };
  const lines = callouts.length + tables.length + countLines(outline, 0);
  return (
    <nav className="toc" id="contents" aria-label="目录">
      <style dangerouslySetInnerHTML={{ __html: followReader }} />
      <details {...hook('contents')}>
        <summary>目录</summary>
        {lines > MANY && (
          <input
            type="search"
            className="find-section"
            aria-label="找一节"
            placeholder="找一节"
            autoComplete="off"
            {...hook('find-section')}
          />
        )}
        {outline.map((entry, index) => (
          <PartContents key={entry.id} entry={entry} part={tree.children[index]} tree={tree} context={context} />
        ))}
        <Boxes label="专栏" boxes={callouts} context={context} />
        <Boxes label="表" boxes={tables} context={context} />
      </details>
    </nav>
  );
}

/**
 * A part: what it is as a quiet label, its title (the notice has none of its own), its sections.
 */
function PartContents({
  part,
  entry,
  tree,
  context,
}: {
  part: ast.Part | undefined;
  entry: OutlineEntry;
  tree: ast.Document;
  context: LineContext;
}) {
  const notice = part?.kind === 'notice';
  const label = part ? partLabel(part, tree) : '';
  const name = notice ? label : (part?.title ?? label);
  const itself = { ...entry, marker: '', heading: name, children: [] };
  return (
    <div {...hook('contents-group')}>
      {!notice && <p className="group">{label}</p>}
      {(!notice || tree.children.length > 1) && (
        <Entries entries={[itself]} depth={1} context={{ ...context, amended: none }} />
      )}
      <Entries entries={entry.children} depth={1} context={context} />
    </div>
  );
}

/** 专栏 and 表: what stands between the sections, wherever that is. */
function Boxes({ label, boxes, context }: { label: string; boxes: readonly ListedBox[]; context: LineContext }) {
  if (boxes.length === 0) return null;
  return (
    <div {...hook('contents-group')} {...hook('boxes')}>
      <p className="group">{label}</p>
      <ol>
        {boxes.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <span>{name}</span>
            </a>
            <ShareLine id={id} name={name} context={context} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** 转发 at the end of a line: without script it leads to the page of the section, which has it. */
const ShareLine = ({ id, name, context: { href } }: { id: string; name: string; context: LineContext }) =>
  href !== undefined && (
    <a className="share" href={`${href}/${id}`} tabIndex={-1} aria-label={`转发${name}`} {...hook('handle', 'share')}>
      转发
    </a>
  );

const none: ReadonlySet<string> = new Set();

/** Whether decisions change a section or something in it. */
const isAmended = (entry: OutlineEntry, amended: ReadonlySet<string>): boolean =>
  amended.has(entry.id) || entry.children.some((child) => isAmended(child, amended));

/** The sections inside a branch: folded until one reads there, or opens it. */
function Branch({ entry, depth, context }: { entry: OutlineEntry; depth: number; context: LineContext }) {
  const named = entry.children.filter(isNamed);
  if (depth >= DEPTH || named.length === 0) return null;
  return (
    <details {...hook('branch', entry.id)}>
      <summary>
        <span className="sr-only">
          {typesetText(entry.marker)}
          {showHeading(entry.heading)}，{named.length} 节
        </span>
      </summary>
      <Entries entries={named} depth={depth + 1} context={context} />
    </details>
  );
}

/** A numbered paragraph that names nothing is no line of a contents list. */
const isNamed = (entry: OutlineEntry): boolean => entry.heading !== '' && isOfSections(entry);

/** Counts the lines of a list, those inside branches with them. */
const countLines = (entries: readonly OutlineEntry[], depth: number): number =>
  depth > DEPTH
    ? 0
    : entries.filter(isNamed).reduce((sum, { children }) => sum + 1 + countLines(children, depth + 1), 0);

interface EntriesProps {
  entries: readonly OutlineEntry[];
  depth: number;
  context: LineContext;
}

function Entries({ entries, depth, context }: EntriesProps) {
  const named = entries.filter(isNamed);
  if (named.length === 0) return null;
  return (
    <ol>
      {named.map((entry) => (
        <li key={entry.id}>
          <a href={`#${entry.id}`}>
            {entry.marker && (
              <span className={/[、)）.]$/u.test(entry.marker) ? undefined : 'word'}>{typesetText(entry.marker)}</span>
            )}
            <span>
              {showHeading(entry.heading)}
              {isAmended(entry, context.amended) && <span className="quiet">（有修改）</span>}
            </span>
          </a>
          <ShareLine id={entry.id} name={typesetText(entry.marker) + showHeading(entry.heading)} context={context} />
          <Branch entry={entry} depth={depth} context={context} />
        </li>
      ))}
    </ol>
  );
}

/**
 * Rules that let the contents list follow the reader without script: 一、 always, (一) of the branch
 * being read. In a browser that cannot tell which link's target is in view a branch opens by hand.
 * With script, the reading tools do the same everywhere. They stand in the page, because the CSS
 * compiler of Next 16 does not know `:target-current` yet and warns at every build.
 */
const followReader = `@supports (scroll-target-group: auto) {
  @media (width >= 64em) and (scripting: none) {
    .toc > details { scroll-target-group: auto }
    .toc li:has(:target-current) > details::details-content { content-visibility: visible; block-size: auto }
    .toc li:has(:target-current) > a, .toc a:target-current { font-weight: 600 }
    .toc a:target-current { border-left-color: var(--color-qing); color: var(--color-ink) }
  }
}`.replace(/\s+/g, ' ');
