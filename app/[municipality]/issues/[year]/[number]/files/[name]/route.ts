import { toFileIssue } from '@/lib/views/document/file-documents';
import { getIssueWithDocuments } from '@/lib/db/queries/issues/issue-with-documents';
import { siteSettings } from '@/lib/settings/env';
import { respondWithIssueFile } from '@/lib/export/files/responses';
import { tellIssue } from '@/lib/db/queries/ledger/tell-place';
import { respondWithNews } from '@/lib/export/place-news';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { readIssueSegment } from '@/lib/addresses/issue-segment';
import { decodeSegment, readNumberParam } from '@/lib/addresses/route-params';

interface Context {
  params: Promise<{ municipality: string; year: string; number: string; name: string }>;
}

/** A whole issue as a file: `…/files/issue.epub` */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { municipality, year, number, name } = await params;
  const [readYear, readIssue] = [readNumberParam(year), readIssueSegment(decodeSegment(number))];
  const load = async () => {
    if (readYear === null || readIssue === null) return null;
    const held = await getIssueWithDocuments(decodeSegment(municipality), readYear, readIssue);
    return held && toFileIssue(held, siteSettings().siteUrl);
  };
  const answer = await respondWithIssueFile(decodeSegment(name), load);
  if (readYear === null || readIssue === null) return answer;
  return respondOr(unavailable, () =>
    respondWithNews(answer, () => tellIssue(decodeSegment(municipality), readYear, readIssue)),
  );
}
