import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

/**
 * The browser tests photograph the specimens in a production build of their own.
 * @param {string} phase
 */
const hasSpecimens = (phase) => phase === PHASE_DEVELOPMENT_SERVER || process.env.SPECIMENS === '1';

/**
 * @param {string} phase
 * @returns {import('next').NextConfig}
 */
export default function config(phase) {
  return {
    // The browser tests build into a folder of their own, beside a running portal.
    distDir: process.env.NEXT_DIST_DIR ?? '.next',
    // A lock file in a parent folder would otherwise move the root there.
    turbopack: { root: import.meta.dirname },
    // `npm test` checks types; `npm start` need not wait for it.
    typescript: { ignoreBuildErrors: true },
    poweredByHeader: false,
    // One reads its dictionary from a file beside it, one is loaded only where there is an index.
    serverExternalPackages: ['jieba-wasm', '@opensearch-project/opensearch'],
    // Pages for developers (`page.dev.tsx`) are no part of a production build.
    pageExtensions: ['tsx', 'ts', ...(hasSpecimens(phase) ? ['dev.tsx'] : [])],
    // Title and description stand in the head for every reader, not behind the page for those who
    // run script.
    htmlLimitedBots: /.*/,
    agentRules: false,
  };
}
