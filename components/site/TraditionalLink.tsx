import { headers } from 'next/headers';
import { ADDRESS_HEADER, TRADITIONAL_HEADER } from '@/lib/traditional/headers';
import { homeUrl, traditionalUrl } from '@/lib/addresses/urls';

/** The page that is asked for, and whether it will be shown in traditional characters. */
async function readAsked(): Promise<{ address: string; traditional: boolean }> {
  const sent = await headers();
  return { address: sent.get(ADDRESS_HEADER) ?? homeUrl(), traditional: sent.has(TRADITIONAL_HEADER) };
}

/**
 * To this very page in the other characters: 繁體, and there 简体. Each in its own, for those who read
 * them.
 */
export async function TraditionalLink() {
  const { address, traditional } = await readAsked();
  return traditional ? (
    <a className="characters" href={address} hrefLang="zh-Hans" lang="zh-Hans" translate="no">
      简体
    </a>
  ) : (
    <a className="characters" href={traditionalUrl(address)} hrefLang="zh-Hant" lang="zh-Hant" translate="no">
      繁體
    </a>
  );
}

/** Said on every page in traditional characters: it was converted by a program, and what counts. */
export async function TraditionalNote() {
  const { address, traditional } = await readAsked();
  if (!traditional) return null;
  return (
    <aside className="characters-note" aria-label="转换说明">
      <p className="wrap">
        本页由
        <a href={address} hrefLang="zh-Hans">
          简体原文
        </a>
        自动转换，以原文为准。
      </p>
    </aside>
  );
}
