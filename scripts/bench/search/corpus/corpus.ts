import type * as ast from '@/lib/gazette/ast';
import { writeDocument } from './document';
import * as nodes from './nodes';
import { listPlanted, makePlanter, type PlantedPhrase } from './planted';
import { planCorpus, planFurtherIssue, type CorpusSize, type IssuePlan } from './plan';
import { makeVocabulary, type Vocabulary } from './vocabulary';

/** Raised whenever the same seed gives another corpus. */
export const corpusVersion = 2;

/** A made-up corpus. The same size and seed give the same corpus on every machine. */
export interface Corpus {
  vocabulary: Vocabulary;
  planted: PlantedPhrase[];
  /** The issues, as trees of the parser; made one at a time. */
  issues: () => Generator<GeneratedIssue>;
  /** A further issue that the corpus does not hold; another one for each number. */
  furtherIssue: (at: number) => GeneratedIssue;
}

export interface GeneratedIssue {
  municipality: string;
  /** 2012-3: names it within its municipality. */
  name: string;
  tree: ast.Gazette;
}

/** Citations go to one of so many documents that came last. */
const citableDocuments = 200;

export function makeCorpus(size: CorpusSize): Corpus {
  const vocabulary = makeVocabulary(size.seed);
  const planted = listPlanted(vocabulary, size.sections, size.seed);

  function* issues(): Generator<GeneratedIssue> {
    const plantedAt = makePlanter(planted, size.sections);
    let ordinal = 0;
    let citable: ast.DocNumber[] = [];
    let municipality = '';
    for (const plan of planCorpus(size)) {
      if (plan.municipality !== municipality) citable = [];
      municipality = plan.municipality;
      yield writeIssue(plan, vocabulary, () => plantedAt(ordinal++), citable);
    }
  }
  const furtherIssue = (at: number): GeneratedIssue => writeIssue(planFurtherIssue(size, at), vocabulary, () => [], []);
  return { vocabulary, planted, issues, furtherIssue };
}

function writeIssue(
  plan: IssuePlan,
  vocabulary: Vocabulary,
  plantedIn: () => string[],
  citable: ast.DocNumber[],
): GeneratedIssue {
  const documents = plan.documents.map((each) => {
    const document = writeDocument(each, { vocabulary, plantedIn, citable });
    citable.push(document.docNumber!);
    if (citable.length > citableDocuments) citable.shift();
    return document;
  });
  const { municipality, year, number, totalNumber, publishedOn } = plan;
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
