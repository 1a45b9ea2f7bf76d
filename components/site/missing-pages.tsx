import type { MunicipalityName } from '@/lib/db/queries/municipalities/municipalities';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { formatDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { documentUrl, municipalityUrl, municipalitiesUrl, subjectsUrl, versionsUrl } from '@/lib/addresses/urls';
import type { VersionedDocument } from '@/lib/db/queries/ledger/versions';
import { nameDocument } from '@/lib/views/document/document-titles';
import { versionCrumbs } from '@/lib/views/versions/version-crumbs';
import { Missing } from './Missing';

/** No such municipality. */
export function MissingMunicipality({ slug }: { slug: string }) {
  return (
    <Missing title={MISSING_TITLES.municipality} ways={[{ label: '已收录的各市', href: municipalitiesUrl() }]}>
      <p>没有地址是“{slug}”的市，也没有这个名字的页面。</p>
    </Missing>
  );
}

/** No such subject. */
export function MissingSubject({ subject }: { subject: string }) {
  return (
    <Missing title={MISSING_TITLES.subject} ways={[{ label: '全部主题', href: subjectsUrl() }]}>
      <p>没有名为“{subject}”的主题。可以直接检索这个词。</p>
    </Missing>
  );
}

interface InMunicipality {
  /** Null when the municipality itself is not held. */
  municipality: MunicipalityName | null;
  /** The name of the municipality in the address that was asked for. */
  city: string;
}

/** No such issue; the municipality may be there. */
export function MissingIssue({ municipality, city, year, number }: InMunicipality & { year: string; number: string }) {
  if (!municipality) return <MissingMunicipality slug={city} />;
  return (
    <Missing
      title={MISSING_TITLES.issue}
      crumbs={[crumbOf(municipality)]}
      ways={[wayTo(municipality)]}
      sample={municipality.sample}
    >
      <p>
        {municipality.name}人民政府公报{year}年第{number}
        号还没有收录，或者没有这一期。收录之后，这个地址就是那一期的目录。
      </p>
    </Missing>
  );
}

/** No such document; the municipality may be there. */
export function MissingDocument({ municipality, city, slug }: InMunicipality & { slug: string }) {
  if (!municipality) return <MissingMunicipality slug={city} />;
  return (
    <Missing
      title={MISSING_TITLES.document}
      crumbs={[crumbOf(municipality)]}
      ways={[wayTo(municipality)]}
      sample={municipality.sample}
    >
      <p>
        {municipality.name}没有地址是“{slug}”的文件。知道文号的话，在下面输入文号最快，括号、空格不限。
      </p>
    </Missing>
  );
}

/** The document is there, the section is not. */
export function MissingSection({ document, address }: { document: DocumentDetail; address: string }) {
  const { municipality } = document;
  const href = documentUrl(municipality.slug, document.slug);
  return (
    <Missing
      title={MISSING_TITLES.section}
      crumbs={[crumbOf(municipality), { label: nameDocument(document), href }]}
      ways={[{ label: `看全文：${typesetText(document.title)}`, href }, wayTo(municipality)]}
      sample={municipality.sample}
    >
      <p>
        {nameDocument(document)}里没有编号是“{address}”的一节。
      </p>
    </Missing>
  );
}

/** The document is there, the version is not. */
export function MissingVersion({ document }: { document: VersionedDocument }) {
  const { municipality, slug } = document;
  return (
    <Missing
      title={MISSING_TITLES.version}
      crumbs={versionCrumbs(document, '历次版本').slice(0, -1)}
      ways={[{ label: '历次版本', href: versionsUrl(municipality.slug, slug) }, wayTo(municipality)]}
      sample={municipality.sample}
    >
      <p>
        {nameDocument(document)}共有 {document.version} 版，没有地址所指的这一版。
      </p>
    </Missing>
  );
}

/** The document is there, but was not on that day; or it is no day. */
export function MissingDay({ document, first }: { document: DocumentDetail; first: Date }) {
  const { municipality, slug } = document;
  const href = documentUrl(municipality.slug, slug);
  return (
    <Missing
      title={MISSING_TITLES.day}
      crumbs={[crumbOf(municipality), { label: nameDocument(document), href }]}
      ways={[{ label: `看全文：${typesetText(document.title)}`, href }, wayTo(municipality)]}
      sample={municipality.sample}
    >
      <p>
        {nameDocument(document)}的文字从{formatDate(first)}起才有。日子要写成 2023-07-01 这样。
      </p>
    </Missing>
  );
}

const crumbOf = ({ name, slug }: { name: string; slug: string }) => ({ label: name, href: municipalityUrl(slug) });
const wayTo = ({ name, slug }: { name: string; slug: string }) => ({
  label: `${name}已收录的各期公报和文件`,
  href: municipalityUrl(slug),
});
