import type * as ast from '@/lib/gazette/ast';
import type { GeneratedIssue } from '../search/corpus/corpus';
import { makeTitle } from '../search/corpus/names';
import * as nodes from '../search/corpus/nodes';
import { planCorpus, planFurtherIssue, type DocumentPlan, type IssuePlan } from '../search/corpus/plan';
import { integer, logNormal, pick, randomFrom, seedOf, zipf, type Random } from '../search/random';

/** Raised whenever the same seed gives another corpus. */
export const corpusVersion = 'citations 2';

const rowsOfDocument = 40;
/** Citations of a document: most have a few, lists of what is repealed have many. */
const citationsOfDocument = { mean: 5, spread: 1, most: 120 };
/** Shares of citations: by title alone; of the others by the number of a document that is held. */
const byTitle = 0.1;
const held = 0.2;
/**
 * Of what is not held half is from above, which everybody cites, and half is the municipality's
 * own.
 */
const fromAbove = 0.5;
/** Documents of the municipality that come last are those that are cited. */
const citableDocuments = 200;
/** Most mentions rest on a document or just name it; few end or change it. */
const relationShares: [ast.Relation, number][] = [
  ['implements', 45],
  ['cites', 50],
  ['amends', 2],
  ['extends', 1],
  ['repeals', 2],
];
const relations = relationShares.flatMap(([relation, share]) => Array.from({ length: share }, () => relation));

const above = ['国发', '国办发', '苍政发', '苍政办发', '苍财发'];
const yearsAbove = { first: 2005, count: 20 };
const serialsAbove = 60;
/** The number that is cited most often takes a hundredth of these citations. */
const drawAbove = zipf(above.length * yearsAbove.count * serialsAbove, 20);
const drawTitle = zipf(500, 20);
/** Serials above this are wanted, and held by nobody. */
const wantedSerial = 5000;
const wantedSerials = 40;
const wantedYear = 2018;

/**
 * A corpus of documents with few words and natural citations: the same for the same size and seed
 * on every machine.
 */
export interface WebCorpus {
  issues: () => Generator<GeneratedIssue>;
  /** A further issue that the corpus does not hold; another one for each number. */
  furtherIssue: (at: number) => GeneratedIssue;
}

/**
 * Makes a corpus of so many documents, planned as that of the search bench.
 * Four of five numbers that they cite are not held.
 */
export function makeWebCorpus({ documents, seed }: { documents: number; seed: number }): WebCorpus {
  const size = { sections: documents * rowsOfDocument, seed };
  function* issues(): Generator<GeneratedIssue> {
    let [citable, municipality, left]: [ast.DocNumber[], string, number] = [[], '', documents];
    for (const plan of planCorpus(size)) {
      if (plan.municipality !== municipality) citable = [];
      municipality = plan.municipality;
      const planned = plan.documents.slice(0, left);
      if (planned.length === 0) return;
      left -= planned.length;
      yield writeIssue({ ...plan, documents: planned }, citable);
    }
  }
  // Its documents bear numbers that are wanted; of its own series it cites the first of a year,
  // which are mostly held.
  const furtherIssue = (at: number): GeneratedIssue => {
    const plan = planFurtherIssue(size, at);
    const documents = plan.documents.map((each, index) => ({
      ...each,
      year: wantedYear,
      serial: wantedSerial + index + 1,
    }));
    const citable = documents.map(({ agency }) => nodes.docNumberOf(agency.code, wantedYear, 1));
    return writeIssue({ ...plan, documents }, citable);
  };
  return { issues, furtherIssue };
}

function writeIssue(plan: IssuePlan, citable: ast.DocNumber[]): GeneratedIssue {
  const { municipality, year, number, totalNumber, publishedOn } = plan;
  const documents = plan.documents.map((each) => {
    const document = writeDocument(each, citable);
    citable.push(document.docNumber!);
    if (citable.length > citableDocuments) citable.shift();
    return document;
  });
  const title = `${municipality}人民政府公报${year}年第${number}号`;
  const issue: ast.Issue = {
    title,
    year,
    number,
    totalNumber,
    publishedOn,
    publisher: `${municipality}人民政府办公室`,
  };
  return { municipality, name: `${year}-${number}`, tree: nodes.gazette(municipality, issue, documents) };
}

const topics = ['绿化', '河道', '养老服务', '招商', '安全生产', '教育', '停车', '节水', '防汛', '文化'];

function writeDocument(plan: DocumentPlan, citable: readonly ast.DocNumber[]): ast.Document {
  const random = randomFrom(plan.seed);
  const { title, genre } = makeTitle(random, plan.agency, topics[plan.topic % topics.length]!, false);
  const { mean, spread, most } = citationsOfDocument;
  const citations = Array.from({ length: Math.min(most, Math.round(logNormal(random, mean, spread))) }, () =>
    writeCitation(random, plan, citable),
  );
  const sentences = citations.map((citation) => nodes.paragraph(nodes.text('按照'), citation, nodes.text('执行。')));
  const sections = ['一、', '二、', '三、'].map((value, at) =>
    nodes.section(
      `${at + 1}`,
      { style: 'hanComma', ordinal: at + 1, value },
      '要求',
      sentences.filter((_each, index) => index % 3 === at),
    ),
  );
  return nodes.document({
    docNumber: nodes.docNumberOf(plan.agency.code, plan.year, plan.serial),
    title,
    genre,
    letterhead: plan.agency.letterhead,
    agency: plan.agency.name,
    signedOn: plan.signedOn,
    category: '政府文件',
    children: [nodes.part('notice', 'n', title, sections)],
  });
}

function writeCitation(random: Random, plan: DocumentPlan, citable: readonly ast.DocNumber[]): ast.Citation {
  const relation = pick(random, relations);
  if (random() < byTitle) {
    const title = `苍原省${topics[integer(random, 0, topics.length - 1)]}条例${drawTitle(random)}`;
    const { docNumber: _none, ...citation } = nodes.citation(nodes.docNumberOf('苍政发', 2020, 1), relation);
    return { ...citation, value: `《${title}》`, title };
  }
  const docNumber = drawNumber(random, plan, citable);
  // Now and then a title is remembered otherwise.
  const title = `关于${topics[seedOf(docNumber.canonical) % topics.length]}工作的${random() < 0.9 ? '意见' : '通知'}`;
  return { ...nodes.citation(docNumber, relation), title };
}

function drawNumber(random: Random, { agency, year }: DocumentPlan, citable: readonly ast.DocNumber[]): ast.DocNumber {
  if (citable.length > 0 && random() < held) return pick(random, citable);
  if (random() < fromAbove) {
    // The rank says which: neighbours in rank are far apart in number.
    const drawn = (drawAbove(random) * 7919) % (above.length * yearsAbove.count * serialsAbove);
    const code = above[drawn % above.length]!;
    const rest = Math.floor(drawn / above.length);
    return nodes.docNumberOf(
      code,
      yearsAbove.first + (rest % yearsAbove.count),
      1 + Math.floor(rest / yearsAbove.count),
    );
  }
  return nodes.docNumberOf(
    agency.code,
    year - integer(random, 0, 10),
    wantedSerial + integer(random, 1, wantedSerials),
  );
}
