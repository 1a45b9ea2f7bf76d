import type { IssueOverview as Issue } from '@/lib/db/queries/issues/issues';
import type { Validity } from '@/lib/validity/validity';
import { formatDate, formatIssue, formatTotal } from '@/lib/text/format';
import { issueUrl } from '@/lib/addresses/urls';
import { Tag } from '@/components/shared/Tag';
import { IssueContents } from './IssueContents';

interface NewestIssueProps {
  issue: Issue;
  lead: string;
  /** Of its documents, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** So many entries are shown. */
  limit: number;
}

/**
 * An issue on the home page, as its contents page.
 * Of a long issue only the first entries are shown.
 */
export function NewestIssue({ issue, lead, validities, limit }: NewestIssueProps) {
  const { municipality } = issue;
  const href = issueUrl(municipality.slug, issue);
  const { groups, rest } = cutGroups(issue.tocGroups, limit);
  const facts = [formatTotal(issue.totalNumber), issue.publishedOn && formatDate(issue.publishedOn)].filter(Boolean);
  return (
    <section className="sec">
      <header>
        <h2>
          {lead}　
          <a href={href}>
            {municipality.name}人民政府公报{formatIssue(issue)}
          </a>
          {municipality.sample && <Tag>示例</Tag>}
        </h2>
        <span className="quiet">{facts.join('，')}</span>
      </header>
      <IssueContents groups={groups} municipality={municipality.slug} validities={validities} />
      {rest > 0 && (
        <p className="next-step">
          <a href={href}>本期另有 {rest} 件，看全部目录</a>
        </p>
      )}
    </section>
  );
}

/**
 * The first entries of contents, in their groups, and how many are left out. One alone is not left
 * out: its line is as long as the words that say so.
 */
export function cutGroups<Entry, Group extends { entries: readonly Entry[] }>(groups: readonly Group[], limit: number) {
  const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  let left = total === limit + 1 ? total : limit;
  const cut = groups.flatMap((group) => {
    const entries = group.entries.slice(0, left);
    left -= entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
  return { groups: cut, rest: Math.max(0, total - cut.reduce((sum, { entries }) => sum + entries.length, 0)) };
}
