import type { Neighbour, Neighbourhood, Side } from '@/lib/db/queries/citations/neighbourhood';
import { AXIS, fitWords, layoutGraph, GRAPH_WIDTH, WORDS, type GraphRow } from '@/lib/views/graph/graph-layout';
import { Mark } from './Mark';
import { viewNeighbour, type NeighbourView } from '@/lib/views/graph/neighbour-view';

interface WebPictureProps {
  neighbourhood: Neighbourhood;
  /** The document's number or title. */
  name: string;
  year: number;
  /** Where the further ones of a side are, for as long as there are any. */
  further: { above: string; below: string };
}

/** Ems that the words of a row may take. */
const ROOM = (GRAPH_WIDTH - WORDS) / 16;
/** Left edge of what can be pressed, and of the ring around it. */
const EDGE = AXIS - 14;

/**
 * The neighbourhood of a document as a picture: above it what it rests on, below what rests on it,
 * time running down. Each is a link with a name; the list beside it says the same in words.
 */
export function GraphPicture({ neighbourhood: { above, below }, name, year, further }: WebPictureProps) {
  const layout = layoutGraph(above.neighbours.map(yearOf), below.neighbours.map(yearOf));
  return (
    <svg
      className="web-picture"
      viewBox={`0 0 ${GRAPH_WIDTH} ${layout.height}`}
      role="group"
      aria-labelledby="web-title web-desc"
    >
      <title id="web-title">{`${name}的引用关系图`}</title>
      <desc id="web-desc">
        {`自上而下按年份排列：上方是本文引用的 ${above.total} 件，下方是引用本文的 ${below.total} 件。右侧的列表有同样的内容。`}
      </desc>
      <Note y={layout.headY} side={above} words="本文引用" href={further.above} />
      <Note y={layout.footY} side={below} words="引用本文" href={further.below} />
      <rect className="own" x={EDGE} y={layout.centreY - 28} width={GRAPH_WIDTH - EDGE} height={56} />
      <line
        className="axis"
        x1={AXIS}
        x2={AXIS}
        y1={layout.above[0]?.y ?? layout.centreY}
        y2={layout.below.at(-1)?.y ?? layout.centreY}
      />
      {layout.years.map((label) => (
        <text key={label.y} className="year" x={0} y={label.y + 5}>
          {label.year ?? '不详'}
        </text>
      ))}
      <Nodes neighbours={above.neighbours} rows={layout.above} />
      <g>
        <text className="year" x={0} y={layout.centreY + 5}>
          {year}
        </text>
        <rect className="own-mark" x={AXIS - 7} y={layout.centreY - 7} width={14} height={14} />
        <text className="name own-name" x={WORDS} y={layout.centreY - 3}>
          {fitWords(name, ROOM - 0.6)}
        </text>
        <text className="facts" x={WORDS} y={layout.centreY + 18}>
          本文件
        </text>
      </g>
      <Nodes neighbours={below.neighbours} rows={layout.below} />
    </svg>
  );
}

const yearOf = ({ year }: Neighbour): number | null => year;

function Nodes({ neighbours, rows }: { neighbours: readonly Neighbour[]; rows: readonly GraphRow[] }) {
  return neighbours.map((neighbour, index) => {
    const row = rows[index];
    return row && <Node key={index} view={viewNeighbour(neighbour)} year={neighbour.year} row={row} />;
  });
}

function Node({ view, year, row: { y, path } }: { view: NeighbourView; year: number | null; row: GraphRow }) {
  const { href, name, title, mark, states, relation, relations, mentions } = view;
  const description = [
    name,
    title === null || name.includes(title) ? '' : `《${title}》`,
    year ? `${year}年` : '',
    ...states,
  ];
  return (
    <>
      <path className={`edge ${relation}`} d={path} />
      <a className={`node ${mark}`} href={href}>
        <title>{[...description, `${relations} ${mentions} 次`].filter(Boolean).join('，')}</title>
        <rect className="hit" x={EDGE} y={y - 22} width={GRAPH_WIDTH - EDGE} height={44} />
        <Mark kind={mark} x={AXIS} y={y} />
        <text className="name" x={WORDS} y={y - 3}>
          {fitWords(name, ROOM)}
        </text>
        <text className="facts" x={WORDS} y={y + 16}>
          {[`${relations} ${mentions}`, ...states].join(' · ')}
        </text>
      </a>
    </>
  );
}

/** What a side is; where it has more than are drawn, the way to them. */
function Note({
  y,
  side: { total, page, pages, neighbours },
  words,
  href,
}: {
  y: number;
  side: Side;
  words: string;
  href: string;
}) {
  const rest = total - neighbours.length;
  if (total === 0)
    return (
      <text className="facts" x={WORDS} y={y + 5}>
        {words === '本文引用' ? '没有引用别的文件' : '还没有文件引用本文'}
      </text>
    );
  return (
    <>
      <text className="facts" x={WORDS} y={y + 5}>
        {words} {total} 件
      </text>
      {pages > page && (
        <a className="node" href={href}>
          <title>{`${words}，另有 ${rest} 件`}</title>
          <rect className="hit" x={0} y={y - 22} width={EDGE + 8} height={44} />
          <text className="facts more" x={0} y={y + 5}>
            另有 {rest} 件
          </text>
        </a>
      )}
    </>
  );
}
