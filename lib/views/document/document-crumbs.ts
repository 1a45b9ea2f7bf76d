import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { formatIssue } from '@/lib/text/format';
import { documentUrl, issueUrl, municipalityUrl } from '@/lib/addresses/urls';
import type { Crumb } from '@/lib/views/crumb';
import { nameDocument } from './document-titles';

/** 本溪市 › 2022年第3号 › 本政发〔2022〕2号, and below it the section where the page is one's. */
export function documentCrumbs(document: DocumentDetail, section?: string): Crumb[] {
  const { municipality, issue, slug } = document;
  const itself = { label: nameDocument(document) };
  return [
    { label: municipality.name, href: municipalityUrl(municipality.slug) },
    issue
      ? { label: formatIssue(issue), href: issueUrl(municipality.slug, issue) }
      : { label: '单行文件', href: `${municipalityUrl(municipality.slug)}#standalone` },
    ...(section === undefined
      ? [itself]
      : [{ ...itself, href: documentUrl(municipality.slug, slug) }, { label: section }]),
  ];
}
