import { documentsFeedUrl, errataUrl, issuesFeedUrl } from '@/lib/addresses/urls';

/** Feeds of a municipality, or of all: for those who follow with a feed reader. */
export function FollowLinks({ municipality }: { municipality?: { slug: string } }) {
  return (
    <section className="sec screen-only">
      <h2>订阅</h2>
      <ul className="counts">
        <li>
          <a href={documentsFeedUrl(municipality?.slug)}>最新收录</a>
          <span>Atom</span>
        </li>
        <li>
          <a href={issuesFeedUrl(municipality?.slug)}>各期公报</a>
          <span>Atom</span>
        </li>
        <li>
          <a href={errataUrl(municipality?.slug)}>公报刊登的更正</a>
          <span>目录和 Atom</span>
        </li>
      </ul>
    </section>
  );
}

/** A thing that can be followed, and the address of its feed. */
interface Followable {
  label: string;
  href: string;
}

/** Feeds of what a page shows, in one quiet line. */
export function FollowThis({ feeds }: { feeds: readonly Followable[] }) {
  return (
    <p className="take-along">
      <span>订阅</span>
      {feeds.map(({ label, href }) => (
        <a key={href} href={href} type="application/atom+xml" rel="nofollow">
          {label}
          <small>（Atom）</small>
        </a>
      ))}
    </p>
  );
}
