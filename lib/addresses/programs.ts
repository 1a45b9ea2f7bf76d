/**
 * Addresses of what programs read, and of what is no page: data, feeds, tables, files, pictures.
 * They answer for themselves, and in the characters of the source.
 */
const FOR_PROGRAMS = [
  /^api\/v1\/(?:search|suggest|peek|openapi\.json)$/,
  /^api\/v1\/wenhao\/[^/]+$/,
  /^api\/v1\/documents\/[^/]+(?:\/[^/]+)?\/citations$/,
  /^(?:search|wenhao|documents|issues)\.atom$/,
  /^[^/]+\/(?:documents|issues)\.atom$/,
  /^(?:search|wenhao)\.csv$/,
  /^sitemap\.xml$/,
  /^sitemaps\/[^/]+$/,
  /^card\//,
  /^display$/,
  /^_next\//,
  /^(?!wenhao\/)[^/]+\/(?!issues\/)[^/]+\/files\/[^/]+$/,
  /^[^/]+\/issues\/[^/]+\/[^/]+\/files\/[^/]+$/,
];

/** Takes the decoded segments of an address below the root; gives whether it is that of no page. */
export const isForPrograms = (segments: readonly string[]): boolean => {
  const path = segments.join('/');
  return FOR_PROGRAMS.some((address) => address.test(path));
};
