import { DocumentText } from '@/components/document/DocumentText';
import { FormerWords } from '@/components/gazette/Formerly';
import { hook } from '@/components/browser/hooks';
import { Missing } from '@/components/site/Missing';
import { MissingMunicipality } from '@/components/site/missing-pages';
import { documentUrl, municipalitiesUrl, municipalityUrl, versionsUrl, versionUrl } from '@/lib/addresses/urls';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { EndedLedgerDocument } from '@/lib/db/queries/ledger/documents';
import type * as ast from '@/lib/gazette/ast';
import { documentCrumbs } from '@/lib/views/document/document-crumbs';
import {
  ENDED_TITLES,
  endedIssueSentences,
  endedMunicipalitySentences,
  endedSentences,
  endedTitle,
} from '@/lib/views/versions/ended-words';
import { leadOf, type NoticeView } from '@/lib/views/versions/notice-view';

const wayTo = (municipality: { name: string; slug: string }) => ({
  label: `${municipality.name}已收录的各期公报和文件`,
  href: municipalityUrl(municipality.slug),
});

interface EndedDocumentProps {
  document: EndedLedgerDocument;
  /** Its last words, where they may be read. */
  tree: ast.Document | null;
  /** Whether the municipality still has a page, and is the invented one. */
  municipality: { name: string; slug: string; sample: boolean } | null;
}

/** A document that is not held any more: what it was, since when, why, and what it said. */
export function EndedDocument({ document, tree, municipality }: EndedDocumentProps) {
  const title = endedTitle(document.end);
  const readable = document.end !== 'withdrawn';
  return (
    <Missing
      title={title}
      crumbs={municipality ? [{ label: municipality.name, href: municipalityUrl(municipality.slug) }] : []}
      ways={[
        ...(readable ? [{ label: '历次版本', href: versionsUrl(document.municipality, document.slug) }] : []),
        ...(municipality ? [wayTo(municipality)] : []),
      ]}
      sample={municipality?.sample ?? false}
    >
      {endedSentences(document).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {tree && readable && (
        <details className="former-text">
          <summary>此前收录的全文</summary>
          <DocumentText
            tree={tree}
            citations={new Map()}
            citedSections={new Map()}
            href={documentUrl(document.municipality, document.slug)}
            formerHref={versionUrl(document.municipality, document.slug, document.version)}
          />
        </details>
      )}
    </Missing>
  );
}

interface FormerSectionProps {
  document: DocumentDetail;
  /** What the address meant, the last meaning first. */
  notices: readonly NoticeView[];
  /** A link names the words it meant: the page is of that link alone, and not kept. */
  isOfLink: boolean;
}

/** An address inside a held document whose words are others now, or gone. */
export function FormerSection({ document, notices, isOfLink }: FormerSectionProps) {
  const { municipality, slug } = document;
  const href = documentUrl(municipality.slug, slug);
  return (
    <Missing
      title={ENDED_TITLES.section}
      crumbs={documentCrumbs(document, '').slice(0, -1)}
      ways={[
        { label: '看全文', href },
        { label: '历次版本', href: versionsUrl(municipality.slug, slug) },
        wayTo(municipality),
      ]}
      sample={municipality.sample}
    >
      {notices.map((notice, at) => (
        <details key={at} className="former-section" open={at === 0} {...(isOfLink && hook('incomplete'))}>
          <summary>{leadOf(notice).replace(/：$/u, '')}</summary>
          <FormerWords notice={notice} />
        </details>
      ))}
    </Missing>
  );
}

interface EndedIssueProps {
  issue: Parameters<typeof endedIssueSentences>[0] & { municipality: string };
  municipality: { name: string; slug: string; sample: boolean } | null;
}

/** An issue that is not held any more. */
export function EndedIssue({ issue, municipality }: EndedIssueProps) {
  return (
    <Missing
      title={ENDED_TITLES.issue}
      crumbs={municipality ? [{ label: municipality.name, href: municipalityUrl(municipality.slug) }] : []}
      ways={municipality ? [wayTo(municipality)] : []}
      sample={municipality?.sample ?? false}
    >
      {endedIssueSentences(issue).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Missing>
  );
}

type FormerMunicipality = Parameters<typeof endedMunicipalitySentences>[0];

/** In place of a municipality that is not held: what it had, or that it never had anything. */
export function NoMunicipality({ slug, former }: { slug: string; former: FormerMunicipality | null }) {
  if (!former) return <MissingMunicipality slug={slug} />;
  return (
    <Missing title={ENDED_TITLES.municipality} ways={[{ label: '已收录的各市', href: municipalitiesUrl() }]}>
      {endedMunicipalitySentences(former).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Missing>
  );
}
