import { REQUEST_KINDS, type RequestKind } from '@/lib/caching/request-kinds';
import type { CacheOutcome } from '@/lib/logging/log';
import type { MetricName } from '@/lib/metrics/catalogue';
import type { ProcessRegistry } from '@/lib/metrics/process-registry';
import type { KeptCounts } from './answer-store';
import type { LimitedWork, WorkCounts } from './work-limits';

/** An exchange that has ended. */
interface Counted {
  kind: RequestKind;
  method: string;
  status: number;
  cache: CacheOutcome;
  ms: number;
  bytes: number;
}

/** What a gateway has in memory, to be read whenever somebody asks. */
interface Countable {
  store: { counts: () => Record<string, KeptCounts> };
  limits: { counts: () => Record<LimitedWork, WorkCounts> };
}

const OWN: readonly MetricName[] = [
  'gongbao_http_requests_total',
  'gongbao_http_response_bytes_total',
  'gongbao_work_running',
  'gongbao_work_waiting',
  'gongbao_work_refused_total',
  'gongbao_kept_answers',
  'gongbao_kept_bytes',
  'gongbao_kept_limit_bytes',
  'gongbao_kept_evictions_total',
];

/** Counts for a gateway. Requests are so many that they are added up here first. */
export class GatewayMeters {
  private readonly requests = new Map<string, { labels: Omit<Counted, 'ms' | 'bytes'>; count: number }>();
  private readonly bytes = new Map<RequestKind, number>(REQUEST_KINDS.map((kind) => [kind, 0]));
  private readonly registry: ProcessRegistry;

  constructor(registry: ProcessRegistry) {
    this.registry = registry;
  }

  /** Counts an exchange that has ended. */
  count({ kind, method, status, cache, ms, bytes }: Counted): void {
    const key = `${kind} ${method} ${status} ${cache}`;
    const known = this.requests.get(key);
    if (known) known.count += 1;
    else this.requests.set(key, { labels: { kind, method, status, cache }, count: 1 });
    this.bytes.set(kind, (this.bytes.get(kind) ?? 0) + bytes);
    this.registry.observe('gongbao_http_request_seconds', { kind }, ms / 1000);
  }

  /** Has the figures of a gateway told to whoever asks. */
  follow({ store, limits }: Countable): void {
    this.registry.whenAsked(OWN, (report) => {
      for (const { labels, count } of this.requests.values()) report('gongbao_http_requests_total', labels, count);
      for (const [kind, bytes] of this.bytes) report('gongbao_http_response_bytes_total', { kind }, bytes);
      for (const [work, { running, waiting, refused }] of Object.entries(limits.counts())) {
        report('gongbao_work_running', { work }, running);
        report('gongbao_work_waiting', { work }, waiting);
        report('gongbao_work_refused_total', { work }, refused);
      }
      for (const [part, { answers, bytes, limit, evicted }] of Object.entries(store.counts())) {
        report('gongbao_kept_answers', { part }, answers);
        report('gongbao_kept_bytes', { part }, bytes);
        report('gongbao_kept_limit_bytes', { part }, limit);
        report('gongbao_kept_evictions_total', { part }, evicted);
      }
    });
  }
}
