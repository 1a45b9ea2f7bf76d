import { formatIssue } from '@/lib/text/format';
import type { FileDocument } from '@/lib/export/files/file-document';
import { FORMATS } from '@/lib/export/files/formats';
import { element, type XmlElement } from '@/lib/export/xml';

/**
 * Writes the metadata of a document, or of one of its parts. Identifiers follow the naming
 * convention of Akoma Ntoso: /akn/cn-benxi/doc/2018-04-28/benzhengbanfa-2018-58, then zho@ for the
 * text in Chinese, then .xml for this file.
 * @param component the address of the part
 */
export function aknMeta(document: FileDocument, component = 'main'): XmlElement {
  const { municipality, slug, docNumber, title, orderedOn, signedOn, ingestedOn, url, genre, stated } = document;
  const work = `/akn/cn-${municipality.slug}/doc/${orderedOn}/${slug}`;
  const expression = `${work}/zho@`;
  const names = (uri: string, tail = '') => [
    element('FRBRthis', { value: `${uri}/!${component}${tail}` }),
    element('FRBRuri', { value: uri + tail }),
  ];
  const made = [
    element('FRBRdate', { date: orderedOn, name: signedOn ? 'signed' : 'nearest' }),
    element('FRBRauthor', { href: '#agency' }),
  ];
  const whole = component === 'main';
  return element(
    'meta',
    {},
    element(
      'identification',
      { source: '#portal' },
      element(
        'FRBRWork',
        {},
        ...names(work),
        element('FRBRalias', { value: url, name: 'page' }),
        ...(stated.indexNumber === null ? [] : [element('FRBRalias', { value: stated.indexNumber, name: '索引号' })]),
        ...made,
        element('FRBRcountry', { value: 'cn' }),
        ...(genre ? [element('FRBRsubtype', { value: genre })] : []),
        ...(docNumber ? [element('FRBRnumber', { value: docNumber })] : []),
        element('FRBRname', { value: title }),
        // 非正式文本，以公报原件为准
        element('FRBRauthoritative', { value: 'false' }),
      ),
      element('FRBRExpression', {}, ...names(expression), ...made, element('FRBRlanguage', { language: 'zho' })),
      element(
        'FRBRManifestation',
        {},
        ...names(expression, '.xml'),
        element('FRBRdate', { date: ingestedOn, name: 'ingested' }),
        element('FRBRauthor', { href: '#portal' }),
        element('FRBRformat', { value: FORMATS.xml.mediaType.replace(/;.*/, '') }),
      ),
    ),
    ...(whole ? [...publication(document), ...classification(document), references(document)] : []),
  );
}

function publication({ issue, publishedOn, municipality }: FileDocument): XmlElement[] {
  const name = `${municipality.name}人民政府公报`;
  if (issue?.publishedOn) {
    const showAs = `${name}${formatIssue(issue)}`;
    return [element('publication', { date: issue.publishedOn, name, showAs, number: formatIssue(issue) })];
  }
  return publishedOn
    ? [element('publication', { date: publishedOn, name: '网站', showAs: `${municipality.name}人民政府网站` })]
    : [];
}

/** The publisher's 主题分类. */
const classification = ({ stated: { topic } }: FileDocument): XmlElement[] =>
  topic === null
    ? []
    : [
        element(
          'classification',
          { source: '#portal' },
          element('keyword', { value: topic, showAs: topic, dictionary: '#topics' }),
        ),
      ];

/**
 * Its publisher, and every document that it cites, once: what it repeals or amends, and what it
 * only mentions.
 */
function references({ agency, municipality, links, url, stated }: FileDocument): XmlElement {
  const cited = new Map<string, { showAs: string; modifies: boolean }>();
  for (const [{ docNumber, title, value, relation }, href] of links) {
    const modifies = relation === 'repeals' || relation === 'amends' || (cited.get(href)?.modifies ?? false);
    cited.set(href, { showAs: docNumber?.canonical ?? title ?? value, modifies });
  }
  return element(
    'references',
    { source: '#portal' },
    ...[...cited].map(([href, { showAs, modifies }], at) =>
      modifies
        ? element('activeRef', { eId: `cited_${at + 1}`, href, showAs })
        : element('TLCReference', { eId: `cited_${at + 1}`, href, showAs, name: 'cites' }),
    ),
    element('TLCOrganization', {
      eId: 'agency',
      href: `/akn/ontology/organization/cn/${municipality.slug}`,
      showAs: agency ?? `${municipality.name}人民政府`,
    }),
    ...(stated.topic === null
      ? []
      : [element('TLCConcept', { eId: 'topics', href: '/akn/ontology/concept/cn/topics', showAs: '主题分类' })]),
    element('TLCOrganization', { eId: 'portal', href: new URL('/', url).href, showAs: '公报门户' }),
  );
}
