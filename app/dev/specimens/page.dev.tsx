import type { Metadata } from 'next';
import { Page } from '@/components/site/Page';
import { nodeSpecimens } from './nodes';
import { stateSpecimens } from './states';

export const metadata: Metadata = { title: '样张', robots: { index: false } };

/**
 * Every node kind and component state on one page, for whoever changes how something looks.
 * Only development builds have it, and those of the browser tests: see pageExtensions in
 * next.config.js.
 */
export default function SpecimensPage() {
  return (
    <Page crumbs={[{ label: '样张' }]} sample>
      <h1 className="title">样张</h1>
      {[...nodeSpecimens, ...stateSpecimens].map(({ name, specimen, inProse }) => (
        <section key={name} id={name} data-specimen={name} aria-label={name} className="mt-8">
          <p className="quiet">{name}</p>
          {inProse ? <div className="prose">{specimen}</div> : specimen}
        </section>
      ))}
    </Page>
  );
}
