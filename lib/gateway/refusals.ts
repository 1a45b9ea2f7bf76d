import type { ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { UNAVAILABLE_HEADER } from '@/lib/addresses/missing';
import { homeUrl, isTraditionalUrl, traditionalUrl } from '@/lib/addresses/urls';
import { withoutFramework } from '@/lib/caching/without-framework';
import { gzipOf, type Answer } from './answer';
import type { ReaderRequest, Refusal } from './reader-request';
import { collect, type Renderers } from './renderers';
import {
  cachingHeaders,
  contentSecurityPolicy,
  RETRY_AFTER,
  securityHeaders,
  type HeaderSettings,
} from './response-headers';
import { sendAnswer, sendText } from './sending';

/** Milliseconds that a renderer gets for the page: it needs no data. */
const PATIENCE = 400;

const SENTENCES: Record<Refusal['status'], string> = {
  400: '看不懂这个请求。',
  403: '这个表单是从别的网站提交的，没有受理。',
  405: '这个地址不接受这种请求。',
  413: '送来的内容太大，没有读。',
};

/** Answers a request that cannot be one of a reader. */
export function refuseRequest(
  response: ServerResponse,
  method: string | undefined,
  { status, allow }: Refusal,
  settings: HeaderSettings,
): void {
  // What was sent along is not read.
  const headers = {
    ...securityHeaders(null, settings),
    Connection: 'close',
    ...(allow !== undefined && { Allow: allow }),
  };
  sendText(response, method, status, headers, SENTENCES[status]);
}

/** The pages of status 503, one for each display choice, also in traditional characters. */
export class UnavailablePages {
  private readonly pages = new LRUCache<string, Answer>({ max: 50 });
  /** Those under way: many readers are refused at the same moment. */
  private readonly makings = new Map<string, Promise<Answer>>();
  private readonly renderers: Renderers;
  private readonly settings: HeaderSettings;

  constructor(renderers: Renderers, settings: HeaderSettings) {
    this.renderers = renderers;
    this.settings = settings;
  }

  /** Gives the page; a renderer that is slow or away gets no second chance. */
  async get({ path, display, policy }: Pick<ReaderRequest, 'path' | 'display' | 'policy'>): Promise<Answer> {
    const page = isTraditionalUrl(path) ? traditionalUrl(homeUrl()) : homeUrl();
    const key = `${display} ${page}`;
    const held = this.pages.get(key) ?? this.makings.get(key);
    if (held) return held;
    const making = this.make(key, page, display, policy).finally(() => this.makings.delete(key));
    this.makings.set(key, making);
    return making;
  }

  private async make(key: string, page: string, display: string, policy: ReaderRequest['policy']): Promise<Answer> {
    try {
      const { headers, body } = await this.renderers.ask({
        method: 'GET',
        path: page,
        headers: {
          [UNAVAILABLE_HEADER]: '1',
          'user-agent': 'gongbao-gateway',
          'accept-encoding': 'identity',
          ...(display !== '' && { cookie: `display=${encodeURIComponent(display)}` }),
        },
        signal: AbortSignal.timeout(PATIENCE),
        isHeavy: isTraditionalUrl(page),
      });
      const bytes = Buffer.from(withoutFramework((await collect(body)).toString()));
      const type = String(headers['content-type']);
      const answer = await this.finish(bytes, type, policy);
      if (type.startsWith('text/html')) this.pages.set(key, answer);
      return answer;
    } catch {
      return (
        this.pages.get(` ${homeUrl()}`) ?? this.finish(Buffer.from(PLAIN_PAGE), 'text/html; charset=utf-8', policy)
      );
    }
  }

  private async finish(body: Buffer, type: string, policy: ReaderRequest['policy']): Promise<Answer> {
    return {
      status: 503,
      headers: {
        'content-type': type,
        'Retry-After': String(RETRY_AFTER),
        ...cachingHeaders(policy, null),
        ...securityHeaders(policy, this.settings),
        'Content-Security-Policy': contentSecurityPolicy(body.toString(), this.settings),
      },
      body,
      gzip: await gzipOf(body, type),
      state: null,
      tag: null,
      confirmedAt: Date.now(),
    };
  }
}

/** The page before any renderer has answered. */
const PLAIN_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>暂时不能查阅</title><h1>暂时不能查阅</h1><p>网站正在启动，或者暂时没有应答。请过一会儿再刷新这个页面。</p></html>`;

/** Says that an answer cannot be given now: a page to readers, a sentence to programs. */
export async function sendUnavailable(
  response: ServerResponse,
  asked: ReaderRequest,
  pages: UnavailablePages,
  settings: HeaderSettings,
): Promise<void> {
  if (response.destroyed) return;
  if (asked.isPage) {
    sendAnswer(response, asked, await pages.get(asked));
    return;
  }
  const isData = asked.path.startsWith('/api/');
  sendText(
    response,
    asked.method,
    503,
    {
      ...cachingHeaders(asked.policy, null),
      ...securityHeaders(asked.policy, settings),
      'Retry-After': String(RETRY_AFTER),
      ...(isData && { 'Content-Type': 'application/json' }),
    },
    isData ? JSON.stringify({ error: SILENT }) : SILENT,
  );
}

const SILENT = '资料库没有应答，请过一会儿再试。';
