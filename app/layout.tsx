import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preloadModule } from 'react-dom';
import { AfterReact } from '@/components/browser/AfterReact';
import { Footer } from '@/components/site/Footer';
import { siteMeta } from '@/lib/views/document/government-meta';
import { readDisplay } from '@/components/site/read-display';
import { displayAttributes } from '@/lib/settings/display-settings';
import { readBrowserScripts } from '@/lib/settings/browser-scripts';
import { readEnvironment } from '@/lib/settings/env';
import { documentsFeedUrl, feedsOfPage } from '@/lib/addresses/urls';
import './globals.css';

// Pages are made at every request: what was ingested a second ago is there (docs/decisions/0005).
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  const environment = readEnvironment();
  const { siteUrl, siteName } = environment;
  const name = siteName ?? '公报';
  return {
    metadataBase: new URL(siteUrl),
    title: { default: `${name}：查政府公报里的每一份文件、每一节`, template: `%s · ${name}` },
    description: '阅读、查找、引用市政府公报：每一期、每一份文件、每一节都有自己的地址，文号之间相互连通。',
    openGraph: { siteName: name, locale: 'zh_CN', type: 'website' },
    alternates: { types: feedsOfPage({ title: '最新收录', address: (format) => documentsFeedUrl(undefined, format) }) },
    formatDetection: { telephone: false },
    other: siteMeta(environment),
  };
}

const paper = { light: '#fbfdfe', dark: '#13181b' } as const;

/** The colours of the browser's own frame. */
export async function generateViewport(): Promise<Viewport> {
  const { theme, elder } = await readDisplay();
  const chosen = elder === 'on' ? 'light' : theme;
  if (chosen !== 'system') return { colorScheme: chosen, themeColor: paper[chosen] };
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: paper.light },
      { media: '(prefers-color-scheme: dark)', color: paper.dark },
    ],
  };
}

/**
 * Sets language, reader's settings, style sheet, script and footer of every page.
 * The rest of the frame is `components/site/Page`, which knows what the page shows.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const scripts = readBrowserScripts();
  for (const file of scripts?.shared ?? []) preloadModule(file, { as: 'script' });
  return (
    <html lang="zh-CN" {...displayAttributes(await readDisplay())}>
      {scripts && (
        <head>
          {/* eslint-disable-next-line @next/next/no-sync-scripts -- a module waits for the page */}
          <script type="module" src={scripts.start} />
        </head>
      )}
      <body>
        {children}
        <Footer {...readEnvironment()} />
        {scripts && <AfterReact script={scripts.start} />}
      </body>
    </html>
  );
}
