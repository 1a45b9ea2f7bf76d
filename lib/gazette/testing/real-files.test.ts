import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { documentsOf } from './invariants';
import { hasReal, realText, type RealName } from './texts';
import { rowsOf, walk } from '@/lib/gazette/tree/walk';

// Facts of the five real files, noted down from their source text: numbers, dates, titles and
// places only.

/** 文号, 成文日期, genre and the first line of each part. */
type DocumentFacts = [number: string, signedOn: string, genre: string, parts: Record<string, number>];

interface FileFacts {
  issue: { year: number; number: number; totalNumber: number; publishedOn: string } | null;
  municipality: string;
  /** Line on which the cells begin and end, rows of heads, rows below, columns. */
  tables: number[][];
  documents: DocumentFacts[];
  /** Titles of parts that are more than the title of their document. */
  titles: Record<string, string>;
}

const files: Record<RealName, FileFacts> = {
  '000_f88b6e96d1ce0287': {
    issue: { year: 2023, number: 3, totalNumber: 128, publishedOn: '2023-06-28' },
    tables: [
      [354, 552, 1, 30, 4],
      [957, 1021, 1, 10, 3],
      [1025, 1077, 1, 8, 3],
    ],
    municipality: '本溪市',
    documents: [
      ['本政发〔2023〕4号', '2023-04-14', '决定', { n: 37, f1: 67 }],
      ['本政发〔2023〕5号', '2023-04-25', '通知', { n: 92, f1: 163 }],
      ['本政办发〔2023〕3号', '2023-02-28', '通知', { n: 262, a: 284 }],
      ['本政办发〔2023〕8号', '2023-04-25', '通知', { n: 839, a: 864, f1: 949 }],
      ['本政办发〔2023〕9号', '2023-04-29', '通知', { n: 1080, a: 1106 }],
    ],
    titles: {
      '本政发〔2023〕4号 f1': '授予2022年本溪市市长质量奖企业名单',
      '本政发〔2023〕5号 f1': '本溪市第五次全国经济普查领导小组成员名单',
      '本政办发〔2023〕3号 a': '本溪市“十四五”区域卫生与健康发展规划',
      '本政办发〔2023〕8号 f1': '12345政务服务便民热线与110报警服务台分流转办事项清单(试行)',
      '本政办发〔2023〕9号 a': '本溪市支持民营经济高质量发展的若干政策措施',
    },
  },
  '001_3c735c8859fecd57': {
    issue: { year: 2018, number: 6, totalNumber: 102, publishedOn: '2018-12-21' },
    tables: [[384, 1115, 1, 37, 8]],
    municipality: '本溪市',
    documents: [
      ['本政发〔2018〕13号', '2018-09-12', '通知', { n: 34, a: 47 }],
      ['本政发〔2018〕15号', '2018-09-12', '通知', { n: 85, a: 98 }],
      ['本政办发〔2018〕51号', '2018-07-17', '通知', { n: 142, a: 158, f1: 205 }],
      ['本政办发〔2018〕58号', '2018-08-27', '实施意见', { n: 227 }],
      ['本政办发〔2018〕68号', '2018-09-04', '通知', { n: 297, a: 314 }],
      ['本政办发〔2018〕69号', '2018-09-04', '通知', { n: 344, a: 361, f1: 379 }],
    ],
    titles: {
      '本政发〔2018〕15号 a': '本溪市促进中医药发展实施方案(2018—2020年)',
      '本政办发〔2018〕51号 f1': '本溪市粮食生产功能区和重要农产品生产保护区建设工作领导小组成员名单',
      '本政办发〔2018〕69号 f1': '公共资源配置领域政府信息主动公开目录清单',
    },
  },
  '002_07ec7a515533d5e3': {
    issue: { year: 2022, number: 3, totalNumber: 122, publishedOn: '2022-06-28' },
    tables: [
      [96, 196, 1, 16, 3],
      [200, 264, 1, 10, 3],
      [368, 856, 1, 26, 9],
      [860, 1190, 1, 17, 9],
      [1196, 1330, 1, 29, 4],
      [1334, 1432, 1, 17, 4],
    ],
    municipality: '本溪市',
    documents: [
      ['本政发〔2022〕2号', '2022-01-25', '通知', { n: 28, a: 46, f1: 364, f2: 1192 }],
      ['本政办发〔2022〕4号', '2022-01-30', '通知', { n: 1435, a: 1455 }],
      ['本政办发〔2022〕11号', '2022-04-29', '通知', { n: 1642, a: 1667 }],
    ],
    titles: {
      '本政发〔2022〕2号 a': '本溪市“十四五”时期“一老一小”整体解决方案',
      '本政发〔2022〕2号 f1': '养老托育重大项目清单',
      '本政发〔2022〕2号 f2': '重大政策清单',
      '本政办发〔2022〕11号 a': '本溪市统筹发展和安全推进实施若干重大工程行动方案',
    },
  },
  '003_6fffa44a20a38945': {
    issue: { year: 2023, number: 5, totalNumber: 130, publishedOn: '2023-10-28' },
    tables: [[246, 293, 1, 47, 5]],
    municipality: '本溪市',
    documents: [
      ['本政发〔2023〕6号', '2023-08-07', '通知', { n: 17, a: 27, f1: 112 }],
      ['本政办发〔2023〕14号', '2023-08-03', '通知', { n: 143, a: 153 }],
      ['本政规〔2023〕1号', '2023-05-26', '通知', { n: 194, a: 203, f1: 244 }],
      ['本政规〔2023〕4号', '2023-06-30', '通知', { n: 294 }],
    ],
    titles: {
      '本政发〔2023〕6号 f1': '2023年本溪市为群众办实事清单',
      '本政办发〔2023〕14号 a': '本溪市科技领域市与县(区)财政事权和支出责任划分改革方案',
      '本政规〔2023〕1号 f1': '2023年延续实施稳经济系列政策举措',
    },
  },
  '004_ded2a7bfeb3d78d6': {
    issue: null,
    tables: [[62, 218, 1, 30, 4]],
    municipality: '阜新市',
    documents: [['阜卫发〔2022〕35号', '2022-12-30', '通知', { n: 1, a: 19 }]],
    titles: { '阜卫发〔2022〕35号 a': '阜新市“十四五”卫生与健康发展规划' },
  },
};

for (const [name, wanted] of Object.entries(files) as [RealName, FileFacts][]) {
  describe.skipIf(!hasReal(name))(`the real file ${name}`, () => {
    const { tree, messages } = parseGazette(hasReal(name) ? realText(name) : '');
    const documents = documentsOf(tree);

    it('is the issue, or the single document, that its masthead says', () => {
      expect(tree.kind).toBe(wanted.issue ? 'issue' : 'standalone');
      expect(tree.municipality).toBe(wanted.municipality);
      if (wanted.issue) expect(tree.issue).toMatchObject(wanted.issue);
      else expect(tree.issue).toBeUndefined();
    });
    it('holds its documents, with numbers, dates, genres and the first lines of their parts', () => {
      const found = documents.map(({ docNumber, signedOn, genre, children }) => [
        docNumber?.canonical,
        signedOn,
        genre,
        Object.fromEntries(children.map((part) => [part.id, part.position.start.line])),
      ]);
      expect(found).toEqual(wanted.documents);
    });
    it('holds parts under the titles that stand above them', () => {
      const titles = Object.fromEntries(
        documents.flatMap((document) =>
          document.children.map((part) => [`${document.docNumber?.canonical} ${part.id}`, part.title]),
        ),
      );
      expect(titles).toMatchObject(wanted.titles);
    });
    it('holds its tables: first and last line, rows of heads, rows below them, columns', () => {
      const found: number[][] = [];
      walk(tree, (node) => {
        if (node.type !== 'table') return;
        const rows = rowsOf(node);
        const heads = rows.filter(({ children }) => children.every(({ header }) => header)).length;
        const [first, last] = [node.children[0]!, node.children.at(-1)!];
        found.push([first.position.start.line, last.position.end.line, heads, rows.length - heads, node.columns ?? 0]);
      });
      expect(found).toEqual(wanted.tables);
    });
    it('agrees with its contents page, and every line of it has a place', () => {
      const doubts = messages.filter(({ rule }) => /^toc-|^document-not|^unparsed/.test(rule));
      expect(doubts).toEqual([]);
    });
  });
}
