import type { ReactNode } from 'react';
import { Blocks } from '@/components/gazette/Blocks';
import {
  cell,
  citation,
  docNumber,
  everyBlock,
  paragraph,
  section,
  table,
  text,
} from '@/components/gazette/testing/tree';
import type * as ast from '@/lib/gazette/ast';
import type { CitationView, RenderContext } from '@/lib/views/gazette/render-context';

/** Something to look at: a node or a component in one of its states. */
export interface Specimen {
  /** `citation-absent`: the id of its section. */
  name: string;
  specimen: ReactNode;
  /** Set as running text is. */
  inProse?: boolean;
}

/** One of each state that a citation can have. */
const citationViews: Record<string, CitationView | undefined> = {
  held: { state: 'held', href: '/shili/shizhengfa-2020-1' },
  absent: { state: 'absent', href: '/wenhao/示政发〔2020〕1号' },
  several: { state: 'several', href: '/wenhao/示政发〔2020〕1号', count: 2 },
  repealed: { state: 'held', href: '/shili/shizhengfa-2020-1', validity: 'repealed' },
  expired: { state: 'held', href: '/shili/shizhengfa-2020-1', validity: 'expired' },
  conflict: { state: 'held', href: '/shili/shizhengfa-2020-1', validity: 'conflict' },
  corrected: { state: 'held', href: '/shili/shizhengfa-2020-2', correction: '应为示政发〔2020〕2号' },
  unlinked: undefined,
};

/** One section of each way to number it. */
const markers: Record<ast.MarkerStyle, string> = {
  bian: '第一编',
  chapter: '第一章',
  division: '第一节',
  article: '第一条',
  hanComma: '一、',
  hanBracket: '（一）',
  digitPoint: '1.',
  decimal: '1.1',
  digitBracket: '（1）',
  circled: '①',
  question: '问：',
};

const marked = text('社区食堂就近开办。');

const rows = [
  [cell('街道', { header: true }), cell('座数', { header: true }), cell('说明', { header: true })],
  [cell('东街'), cell('12'), cell('其中新建三座')],
  [cell('西街'), cell('1,208'), cell('')],
];

const tables: Record<string, ast.Table> = {
  certain: table(rows, { id: 'biao1' }),
  inferred: table(rows, { id: 'biao2', confidence: 'inferred' }),
  'with doubtful cells': table(
    [rows[0]!, [cell('东街'), cell('12', { inferred: true }), cell('其中新建三座')], rows[2]!],
    { id: 'biao3', confidence: 'inferred' },
  ),
  'not rebuilt': table([[cell('东街'), cell('12')], [cell('西街')]], { id: 'biao4', confidence: 'unreconstructed' }),
};

const contextFor = (citations: RenderContext['citations'], more: Partial<RenderContext> = {}): RenderContext => ({
  documentHref: '/shili/shizhengfa-2020-1',
  level: 2,
  citations,
  ...more,
});

const shown = (name: string, nodes: readonly ast.Block[], context = contextFor(new Map())): Specimen => ({
  name,
  specimen: <Blocks nodes={nodes} context={context} />,
  inProse: true,
});

const citationSpecimen = (state: string, view: CitationView | undefined): Specimen => {
  const node = citation(docNumber.canonical, { docNumber });
  const views = new Map(view ? [[node, view]] : []);
  return shown(`citation-${state}`, [paragraph('按照', node, '的要求办理。')], contextFor(views));
};

/** Every block, marker, citation and table of the tree. */
export const nodeSpecimens: Specimen[] = [
  ...Object.entries(everyBlock).map(([kind, block]) => shown(`block-${kind}`, [block])),
  ...(Object.entries(markers) as [ast.MarkerStyle, string][]).flatMap(([style, marker]) => [
    shown(`section-${style}`, [
      section(`a-${style}`, style, marker, '社区食堂', { children: [paragraph('每个街道至少有一处。')] }),
    ]),
    shown(`section-${style}-without-heading`, [
      section(`b-${style}`, style, marker, '', { children: [paragraph('每个街道至少有一处。')] }),
    ]),
  ]),
  ...Object.entries(citationViews).map(([state, view]) => citationSpecimen(state, view)),
  ...Object.entries(tables).map(([state, node]) => shown(`table-${state.replaceAll(' ', '-')}`, [node])),
  shown(
    'section-cited-and-marked',
    [section('c-1', 'hanComma', '一、', '社区食堂', { children: [paragraph(marked)] })],
    contextFor(new Map(), {
      citedSections: new Map([['c-1', 3]]),
      marks: new Map([[marked, [{ start: 2, end: 4 }]]]),
      hintAt: 'c-1',
    }),
  ),
];
