import { documentsFeedUrl, issuesFeedUrl } from '@/lib/addresses/urls';

/** Feeds of a municipality, or of all: for those who follow with a feed reader. */
export function FollowLinks({ municipality }: { municipality?: { slug: string } }) {
  return (
    <section className="sec screen-only">
      <h2>订阅</h2>
      <ul className="counts">
        <li>
          <a href={documentsFeedUrl(municipality?.slug)}>最新文件</a>
          <span>Atom</span>
        </li>
        <li>
          <a href={issuesFeedUrl(municipality?.slug)}>各期公报</a>
          <span>Atom</span>
        </li>
      </ul>
    </section>
  );
}
