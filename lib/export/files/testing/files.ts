import { readFileSync } from 'node:fs';
import { listCitations, listSectionTexts, parseGazette } from '@/lib/gazette';
import { documentSlug } from '@/lib/addresses/slugs';
import { docNumberUrl } from '@/lib/addresses/urls';
import type { FileDocument, FileIssue, FileStatements } from '@/lib/export/files/file-document';

const SITE = 'https://gongbao.example.gov.cn';

const nothingStated: FileStatements = {
  indexNumber: null,
  registration: null,
  topic: null,
  agency: null,
  signedOn: null,
  publishedOn: null,
  startsOn: null,
  endsOn: null,
  validity: null,
  keywords: null,
  summary: null,
  url: null,
};

/**
 * Parses a text of the project and gives its documents as files hold them. Every number that they
 * cite links to its page.
 */
export function readDocuments(path: string): FileDocument[] {
  const { tree } = parseGazette(readFileSync(path, 'utf8'));
  const municipality = { name: tree.municipality ?? '示例市', slug: 'shili', sample: true };
  const issue = tree.issue && {
    year: tree.issue.year,
    number: tree.issue.number,
    totalNumber: tree.issue.totalNumber ?? null,
    publishedOn: tree.issue.publishedOn ?? null,
  };
  return tree.children
    .filter((child) => child.type === 'document')
    .map((document) => {
      const slug = documentSlug(document);
      const citations = listCitations(listSectionTexts(document)).map(({ citation }) => citation);
      return {
        tree: document,
        title: document.title,
        docNumber: document.docNumber?.canonical ?? null,
        agency: document.agency ?? null,
        genre: document.genre ?? null,
        category: document.category ?? null,
        signedOn: document.signedOn ?? null,
        publishedOn: document.publishedOn ?? null,
        stated: nothingStated,
        orderedOn: document.signedOn ?? '2023-01-01',
        ingestedOn: '2026-11-22',
        municipality,
        issue: issue ?? null,
        slug,
        url: `${SITE}/shili/${slug}`,
        links: new Map(
          citations.flatMap((citation) =>
            citation.docNumber ? [[citation, SITE + docNumberUrl(citation.docNumber.canonical)] as const] : [],
          ),
        ),
      };
    });
}

/**
 * Gives the first three documents of 示例市人民政府公报2023年第2号 in the sample corpus. They have tables,
 * callouts, attachments and citations.
 */
export function sampleIssue(): FileIssue {
  const documents = readDocuments('prisma/sample-corpus/shili-2023-2.txt').slice(0, 3);
  const { municipality, issue } = documents[0]!;
  return { ...issue!, municipality, publisher: null, url: `${SITE}/shili/issues/2023/2`, documents };
}
