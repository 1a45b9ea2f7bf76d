import type { OutlineEntry } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { partLabel, showHeading } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';
import { hook } from '@/components/browser/hooks';

/** 一、 and (一); below them the text itself is the list. */
const DEPTH = 2;

interface ContentsProps {
  tree: ast.Document;
  /** One entry per part of the tree. */
  outline: readonly OutlineEntry[];
  /** Addresses of sections that decisions change. */
  amended?: ReadonlySet<string> | undefined;
}

/**
 * The contents list of a document: beside the text on a wide screen, a closed 目录 above it on a
 * narrow one.
 */
export function Contents({ tree, outline, amended = none }: ContentsProps) {
  if (outline.length === 1 && outline[0]?.children.length === 0) return null;
  return (
    <nav className="toc" id="contents" aria-label="目录">
      <style dangerouslySetInnerHTML={{ __html: followReader }} />
      <details {...hook('contents')}>
        <summary>目录</summary>
        {outline.map((entry, index) => (
          <PartContents key={entry.id} entry={entry} part={tree.children[index]} tree={tree} amended={amended} />
        ))}
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
  amended,
}: {
  part: ast.Part | undefined;
  entry: OutlineEntry;
  tree: ast.Document;
  amended: ReadonlySet<string>;
}) {
  const notice = part?.kind === 'notice';
  const label = part ? partLabel(part, tree) : '';
  const name = notice ? label : (part?.title ?? label);
  const itself = { ...entry, marker: '', heading: name, children: [] };
  return (
    <>
      {!notice && <p className="group">{label}</p>}
      {(!notice || tree.children.length > 1) && <Entries entries={[itself]} depth={1} amended={none} />}
      <Entries entries={entry.children} depth={1} amended={amended} />
    </>
  );
}

const none: ReadonlySet<string> = new Set();

/** Whether decisions change a section or something in it. */
const isAmended = (entry: OutlineEntry, amended: ReadonlySet<string>): boolean =>
  amended.has(entry.id) || entry.children.some((child) => isAmended(child, amended));

/** The sections inside a branch: folded until one reads there, or opens it. */
function Branch({ entry, depth, amended }: { entry: OutlineEntry; depth: number; amended: ReadonlySet<string> }) {
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
      <Entries entries={named} depth={depth + 1} amended={amended} />
    </details>
  );
}

/** A numbered paragraph that names nothing is no line of a contents list. */
const isNamed = (entry: OutlineEntry): boolean => entry.heading !== '';

interface EntriesProps {
  entries: readonly OutlineEntry[];
  depth: number;
  amended: ReadonlySet<string>;
}

function Entries({ entries, depth, amended }: EntriesProps) {
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
              {isAmended(entry, amended) && <span className="quiet">（有修改）</span>}
            </span>
          </a>
          <Branch entry={entry} depth={depth} amended={amended} />
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
