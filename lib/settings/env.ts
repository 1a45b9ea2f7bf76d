import { z } from 'zod';

/** A text that may be left out; `NAME=` in .env counts as left out. */
const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const port = z.coerce.number().int().min(1).max(65_535).default(3000);

/** A whole number with a default, from the smallest that makes sense. */
const amount = (usual: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(usual);

/** Addresses with blanks between: `127.0.0.1 192.0.2.0/24` */
const addresses = z
  .string()
  .transform((text) => text.trim().split(/[\s,]+/))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
  .default(['127.0.0.0/8', '::1']);

/** Sources of the policy `frame-ancestors`: `'self' https://www.example.gov.cn` */
const frameAncestors = z
  .string()
  .regex(/^(?:'self'|'none'|https?:\/\/[\w.*:-]+)(?: (?:'self'|https?:\/\/[\w.*:-]+))*$/)
  .default("'self'");

/** Addresses of nodes with blanks between: `http://a:9200 http://b:9200` */
const nodes = z
  .string()
  .transform((text) => text.trim().split(/[\s,]+/))
  .pipe(z.array(z.url({ protocol: /^https?$/ })))
  .default([]);

/** The beginning of names of indexes. */
const indexName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .default('gongbao');

/** `1`, `0`, `on`, `off`, `true`, `false` */
const isWanted = (usual: boolean) =>
  z.stringbool({ truthy: ['1', 'on', 'true', 'yes'], falsy: ['0', 'off', 'false', 'no'] }).default(usual);

const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** An address of this machine, or a name of one: `0.0.0.0`, `::1`, `localhost` */
const host = z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1');

/** `1` or `0` */
const flag = z
  .enum(['0', '1'])
  .transform((value) => value === '1')
  .default(false);

const schema = z
  .object({
    DATABASE_URL: url(/^postgres(ql)?$/).optional(),
    DATABASE_READ_URL: url(/^postgres(ql)?$/).optional(),
    DATABASE_POOL: amount(10, 1, 1000),
    SEARCH_POOL: amount(10, 1, 1000),
    OPENSEARCH_URL: nodes,
    OPENSEARCH_INDEX: indexName,
    SEARCH_FALLBACK: z.enum(['postgresql', 'none']).default('postgresql'),
    DATABASE_WAIT: amount(30, 0, 3600),
    DATA_FOLDER: optionalText,
    MIGRATE: flag,
    HOST: host,
    PORT: port,
    DRAIN_SECONDS: amount(5, 0, 300),
    SITE_URL: url(/^https?$/).optional(),
    SITE_NAME: optionalText,
    SITE_DOMAIN: optionalText,
    SITE_ID_CODE: optionalText,
    ICP_NUMBER: optionalText,
    POLICE_NUMBER: optionalText,
    ORGANISER: optionalText,
    CORRECTIONS_EMAIL: z.union([z.literal('').transform(() => undefined), z.email()]).optional(),
    SECURITY_CONTACT: z.union([z.email().transform((address) => `mailto:${address}`), url(/^https$/)]).optional(),
    CACHE_MEGABYTES: amount(128, 8, 65_536),
    RENDERERS: amount(2, 1, 64),
    RENDERER_MEGABYTES: amount(512, 256, 65_536),
    FRAME_ANCESTORS: frameAncestors,
    TRUSTED_PROXIES: addresses,
    LOG_FORMAT: z.enum(['json', 'text']).default('json'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    LOG_REQUESTS: isWanted(true),
    LOG_ADDRESSES: isWanted(false),
    SLOW_SEARCH_MS: amount(500, 0, 3_600_000),
    UNFOUND_WORDS: isWanted(true),
    METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    METRICS_HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1'),
  })
  .transform((values) => ({
    /** PostgreSQL connection string; missing when the embedded server is to be used. */
    databaseUrl: values.DATABASE_URL,
    /** The one that web processes read; missing when it is the same. lib/db/per-database.ts */
    databaseReadUrl: values.DATABASE_READ_URL,
    /** Connections of a web process for pages, files and feeds. */
    databasePool: values.DATABASE_POOL,
    /** Connections of a web process for the search. */
    searchPool: values.SEARCH_POOL,
    /** Nodes of OpenSearch that find words; none where PostgreSQL does. */
    openSearch: values.OPENSEARCH_URL,
    /** How names of its indexes begin. */
    openSearchIndex: values.OPENSEARCH_INDEX,
    /** What finds words while OpenSearch is away. */
    searchFallback: values.SEARCH_FALLBACK,
    /** Seconds for which `npm run serve` waits for a database that does not answer. */
    databaseWait: values.DATABASE_WAIT,
    /** Where the portal keeps what is its own; missing for `.data` of the project. */
    dataFolder: values.DATA_FOLDER,
    /** Whether `npm run serve` migrates first. */
    migrate: values.MIGRATE,
    /** Address that the portal listens on. */
    host: values.HOST,
    /** Port that the portal listens on. */
    port: values.PORT,
    /** Seconds for which readers are served after SIGTERM, while /readyz says no. */
    drainSeconds: values.DRAIN_SECONDS,
    /** Public origin, without a slash at the end: `https://gongbao.example.gov.cn`. */
    siteUrl: (values.SITE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    /** 网站名称 */
    siteName: values.SITE_NAME,
    /** 网站域名, as registered */
    siteDomain: values.SITE_DOMAIN,
    /** 政府网站标识码 */
    siteIdCode: values.SITE_ID_CODE,
    /** ICP备案号 */
    icpNumber: values.ICP_NUMBER,
    /** 公安备案号 */
    policeNumber: values.POLICE_NUMBER,
    /** 主办单位 */
    organiser: values.ORGANISER,
    /** Where readers report mistakes. */
    correctionsEmail: values.CORRECTIONS_EMAIL,
    /** Where weaknesses are reported: `mailto:` or the address of a page. */
    securityContact:
      values.SECURITY_CONTACT ?? (values.CORRECTIONS_EMAIL ? `mailto:${values.CORRECTIONS_EMAIL}` : undefined),
    /** Memory for kept answers. */
    cacheMegabytes: values.CACHE_MEGABYTES,
    /** Processes that render pages. */
    renderers: values.RENDERERS,
    /** Memory for the heap of each renderer. */
    rendererMegabytes: values.RENDERER_MEGABYTES,
    /** Origins that may show the portal's pages in a frame. */
    frameAncestors: values.FRAME_ANCESTORS,
    /** Servers before the portal, which name their readers in `X-Forwarded-For`. */
    trustedProxies: values.TRUSTED_PROXIES,
    /** How web processes log: one object a line, or sentences for people. */
    logFormat: values.LOG_FORMAT,
    /** The least that is logged. */
    logLevel: values.LOG_LEVEL,
    /** Whether each request has a line. */
    logRequests: values.LOG_REQUESTS,
    /** Whether that line has the reader's address. */
    logAddresses: values.LOG_ADDRESSES,
    /** Milliseconds from which on a search has a line; 0 for none. */
    slowSearch: values.SLOW_SEARCH_MS,
    /** Whether words that found nothing are counted for the operator. */
    unfoundWords: values.UNFOUND_WORDS,
    /** Port for /metrics; missing where there is none. */
    metricsPort: values.METRICS_PORT,
    /** Address of this machine on which /metrics is served. */
    metricsHost: values.METRICS_HOST,
  }));

/** The names of all settings. */
export const SETTINGS = Object.keys(schema.in.shape);

/** The portal's settings from environment variables. */
export type Environment = z.output<typeof schema>;

const advice: Record<string, string> = {
  DATABASE_URL:
    'write it like postgresql://user:password@host:5432/gongbao, or leave it out to use the embedded server',
  DATABASE_READ_URL:
    'write it like postgresql://user:password@standby:5432/gongbao, or leave it out to read from DATABASE_URL',
  DATABASE_POOL: 'give a number of connections from 1 to 1000, or leave it out for 10',
  SEARCH_POOL: 'give a number of connections from 1 to 1000, or leave it out for 10',
  OPENSEARCH_URL:
    'give the addresses of nodes with blanks between, such as http://192.0.2.11:9200 http://192.0.2.12:9200, or leave it out',
  OPENSEARCH_INDEX: 'give small letters, digits and _, 40 at most, or leave it out for gongbao',
  SEARCH_FALLBACK: 'give postgresql or none, or leave it out for postgresql',
  DATABASE_WAIT: 'give seconds from 0 to 3600, or leave it out for 30',
  MIGRATE: 'write MIGRATE=1 to migrate before serving, or leave it out',
  HOST: 'give an address of this machine, such as HOST=0.0.0.0 for all of them, or leave it out for 127.0.0.1',
  DRAIN_SECONDS: 'give seconds from 0 to 300, or leave it out for 5',
  PORT: 'give a number from 1 to 65535, such as PORT=3001, or leave it out for 3000',
  SITE_URL: 'give the public address with http:// or https://, such as https://gongbao.example.gov.cn',
  CORRECTIONS_EMAIL: 'give one e-mail address, or leave it out',
  SECURITY_CONTACT: 'give one e-mail address, or the https:// address of a page, or leave it out',
  CACHE_MEGABYTES: 'give the megabytes for kept pages, from 8, or leave it out for 128',
  RENDERERS: 'give the number of processes that render pages, such as the processors to spare, or leave it out for 2',
  RENDERER_MEGABYTES: 'give the megabytes of heap for each renderer, from 256, or leave it out for 512',
  FRAME_ANCESTORS:
    "give 'self', 'none', or origins with blanks between, such as 'self' https://www.example.gov.cn, or leave it out for 'self'",
  TRUSTED_PROXIES:
    'give the addresses of servers before the portal with blanks between, such as 192.0.2.10 192.0.2.0/28, or leave it out for those on this machine',
  LOG_FORMAT: 'give json or text, or leave it out',
  LOG_LEVEL: 'give debug, info, warn or error, or leave it out for info',
  LOG_REQUESTS: 'give 1 for a line for each request, 0 for none, or leave it out',
  LOG_ADDRESSES: "give 1 to have readers' addresses logged, or leave it out for 0",
  SLOW_SEARCH_MS: 'give the milliseconds from which on a search is logged as slow, 0 for none, or leave it out for 500',
  UNFOUND_WORDS: 'give 0 to count no words that found nothing, or leave it out for 1',
  METRICS_PORT: 'give a free port such as 9464, or leave it out for no metrics',
  METRICS_HOST: 'give an address of this machine, such as 192.0.2.10, or leave it out for 127.0.0.1',
};

/**
 * Reads the portal's settings from environment variables. Everything may be left out; .env.example
 * explains each.
 * @throws an error that names every wrong variable and what to write instead
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(
    names
      .map((name) => `${name} is "${withoutSecrets(String(given[name]))}": ${advice[name] ?? 'see .env.example'}.`)
      .join('\n'),
  );
}

/**
 * Hides the passwords of a connection string, also of one that is written wrongly:
 * `postgresql://gongbao:***@host/gongbao?password=***`.
 */
export const withoutSecrets = (text: string): string =>
  text.replace(/^(\w*:?\/*[^:@]*):.*@/, '$1:***@').replace(/([?&][^=&]*(?:pass|secret|key)[^=&]*=)[^&]*/gi, '$1***');

/** Gives those settings that stand in answers: a change of them makes other answers. */
export function printedSettings(environment: Environment): Partial<Environment> {
  const { siteUrl, siteName, siteDomain, siteIdCode, icpNumber, policeNumber, organiser } = environment;
  const { correctionsEmail, securityContact, frameAncestors: ancestors } = environment;
  return {
    ...{ siteUrl, siteName, siteDomain, siteIdCode, icpNumber, policeNumber, organiser },
    ...{ correctionsEmail, securityContact, frameAncestors: ancestors },
  };
}

/** Gives the portal's origin and name, for feeds, files and preview pictures. */
export function siteSettings(): { siteUrl: string; siteName: string } {
  const { siteUrl, siteName = '公报' } = readEnvironment();
  return { siteUrl, siteName };
}
