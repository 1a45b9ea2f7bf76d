import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js';

/**
 * Pages can be cached as HTML, so there is no nonce per request, and Next puts its data into inline
 * scripts: they have to be allowed. Everything else comes from the portal itself. No upgrade to
 * https: intranets serve http.
 * @param {boolean} development
 */
function contentSecurityPolicy(development) {
  return [
    "default-src 'self'",
    // React's error overlay in development evaluates code.
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/**
 * A proxy may pass the portal's own host on under another name; posts from the public address are
 * the portal's own.
 */
const listOwnHosts = () => (process.env.SITE_URL ? [new URL(process.env.SITE_URL).host] : []);

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
    // Pages for developers (`page.dev.tsx`) are no part of a production build.
    pageExtensions: ['tsx', 'ts', ...(hasSpecimens(phase) ? ['dev.tsx'] : [])],
    // Title and description stand in the head for every reader, not behind the page for those who
    // run script.
    htmlLimitedBots: /.*/,
    agentRules: false,
    experimental: {
      // The checker's draft: what is far too long is still read, to be refused with a reason.
      serverActions: { bodySizeLimit: '4mb', allowedOrigins: listOwnHosts() },
    },
    headers: () =>
      Promise.resolve([
        { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
        {
          // Scripts and style sheets have no use for them, and a page loads ten of those.
          source: '/((?!_next/static/).*)',
          headers: [
            { key: 'Content-Security-Policy', value: contentSecurityPolicy(phase === PHASE_DEVELOPMENT_SERVER) },
            { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
            { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
          ],
        },
      ]),
  };
}
