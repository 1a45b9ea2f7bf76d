import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Revision } from '@/lib/db/revision';
import { policyOf } from '@/lib/caching/policies';
import type { PortalState } from '@/lib/caching/validators';
import { entityTag, fitsEntityTag, printState } from '@/lib/caching/validators';
import { log } from '@/lib/logging/log';
import { REQUEST_ID_HEADER } from '@/lib/logging/request-id';
import { calendarDay } from '@/lib/settings/today';
import { addressTest } from './address-test';
import type { Answer } from './answer';
import { AnswerStore } from './answer-store';
import { collectGarbage } from './collect-garbage';
import { beginExchange, watchExchange, watchUnreadable, type Exchange, type ExchangeSettings } from './exchange';
import { finishAnswer, isComplete, lacksDatabase, type FinishSettings, type Made } from './finish-answer';
import { readFormerFile, type FormerFile } from './former-files';
import type { GatewayMeters } from './gateway-meters';
import { Makings } from './makings';
import { passOn } from './pass-on';
import { READINESS_PATH, sendReadiness, type Phase } from './readiness';
import { FormTooLong, readForm } from './read-form';
import { allowedMethods, readRequest, type ReaderRequest } from './reader-request';
import { refuseRequest, sendUnavailable, UnavailablePages } from './refusals';
import { collect, RendererAway, Renderers } from './renderers';
import { cachingHeaders, securityHeaders } from './response-headers';
import { DatabaseAway, RevisionWatch } from './revision-watch';
import { sendAnswer, sendNotModified, sendText } from './sending';
import { asStale } from './stale';
import { Busy, WorkLimits } from './work-limits';

/** What a gateway needs to know. */
export interface GatewaySettings extends FinishSettings, ExchangeSettings {
  build: string;
  /** A hash of the settings that are printed. */
  settings: string;
  /** Public address of the portal. */
  siteUrl: string;
  /** `http://127.0.0.1:41234` */
  renderers: readonly string[];
  /** The folder with files of former builds; null for none. */
  formerFiles: string | null;
  /** Bytes for kept answers. */
  memory: number;
  /** `192.0.2.10`, `192.0.2.0/24` */
  trustedProxies: readonly string[];
  readRevision: () => Promise<Revision>;
  /** Counts for /metrics; null where nobody asks for them. */
  meters: GatewayMeters | null;
}

/** How often an answer is made before it is refused because what is held goes on changing. */
const ATTEMPTS = 3;

/**
 * Answers readers: from memory, with 304, or with what a renderer makes.
 *
 * docs/decisions/0026 has the design. An answer is kept with the state that was read before it was
 * made, and only where the state was the same afterwards.
 */
export class Gateway {
  readonly store: AnswerStore;
  readonly limits = new WorkLimits();
  private readonly renderers: Renderers;
  private readonly makings = new Makings<Answer>();
  private readonly unavailable: UnavailablePages;
  private readonly siteHost: string;
  private readonly isTrusted: (address: string) => boolean;
  private readonly settings: GatewaySettings;
  readonly watch: RevisionWatch;
  /** Told to whoever asks /readyz. */
  phase: Phase = 'starting';

  constructor(settings: GatewaySettings) {
    this.settings = settings;
    this.store = new AnswerStore(settings.memory, collectGarbage);
    this.renderers = new Renderers(settings.renderers);
    this.unavailable = new UnavailablePages(this.renderers, settings);
    this.siteHost = new URL(settings.siteUrl).host;
    this.isTrusted = addressTest(settings.trustedProxies);
    this.watch = new RevisionWatch(settings.readRevision, (isAway, reason) => {
      log(isAway ? 'database away' : 'database back', {}, reason);
      if (isAway) this.makings.abandon(new DatabaseAway('The database has gone away.'));
    });
  }

  /**
   * Answers a request. It never rejects.
   * @param isReader false where the portal asks itself: that is not logged and not counted
   */
  async respond(request: IncomingMessage, response: ServerResponse, isReader = true): Promise<void> {
    const exchange = beginExchange(request, response, this.isTrusted);
    const asked = readRequest(request, { siteUrl: this.settings.siteUrl, isTrusted: this.isTrusted });
    if (isReader) watchExchange(exchange, asked, this.settings, this.settings.meters);
    try {
      if (!('policy' in asked)) refuseRequest(response, request.method, asked, this.settings);
      else if (asked.method === 'OPTIONS') this.respondToOptions(response, asked);
      else if (asked.path === READINESS_PATH) await this.sendReadiness(response, asked);
      else if (asked.method === 'POST' || asked.policy.kept === 'passed') await this.pass(exchange, asked);
      else await this.respondToGet(exchange, asked);
    } catch (error) {
      log('request failed', { id: exchange.id, ...('policy' in asked && { route: asked.route }) }, error);
      if (response.headersSent) response.destroy();
      else if ('policy' in asked) await this.refuse(exchange, asked);
      else response.destroy();
    }
  }

  /** Logs and counts what could not be read as a request, and was answered with a status alone. */
  noteUnreadable(status: number): void {
    watchUnreadable(status, this.settings, this.settings.meters);
  }

  /**
   * Has the page made that says that nothing can be shown.
   * @param path of the home page, or of the one in traditional characters
   */
  async prepare(path: string): Promise<void> {
    await this.unavailable.get({ path, display: '', policy: policyOf(path).policy });
  }

  async close(): Promise<void> {
    this.watch.close();
    await this.renderers.close();
  }

  private async respondToGet(exchange: Exchange, asked: ReaderRequest): Promise<void> {
    const { response } = exchange;
    try {
      const state = await this.readState(asked);
      // Who has left by now is not told again.
      if (response.destroyed) return;
      const tag = entityTag(state, asked.key);
      const held = this.store.current(asked.key, state, Date.now());
      if (fitsEntityTag(asked.ifNoneMatch, tag)) {
        exchange.cache = 'unchanged';
        exchange.unchangedStatus = held?.status ?? null;
        sendNotModified(response, {
          ...cachingHeaders(asked.policy, tag, held?.status ?? null),
          ...securityHeaders(asked.policy, this.settings),
        });
      } else if (held) {
        exchange.cache = 'hit';
        sendAnswer(response, asked, held);
      } else if (asked.policy.kept === 'streamed') await this.pass(exchange, asked, tag);
      else await this.sendMade(exchange, asked, state);
    } catch (error) {
      if (response.destroyed) return;
      if (!isFailure(error)) throw error;
      if (error instanceof RendererAway) log('renderer away', { id: exchange.id, route: asked.route }, error);
      await this.sendFormer(exchange, asked, error);
    }
  }

  private sendReadiness(response: ServerResponse, { method, policy }: ReaderRequest): Promise<void> {
    const headers = { ...cachingHeaders(policy, null), ...securityHeaders(policy, this.settings) };
    const own = { headers, isHead: method === 'HEAD', build: this.settings.build };
    return sendReadiness(response, this.phase, this.renderers, own);
  }

  /** Has an answer made, and sends it; where it failed, a former one takes its place. */
  private async sendMade(exchange: Exchange, asked: ReaderRequest, state: string): Promise<void> {
    const { response, id } = exchange;
    const left = new Promise<void>((resolve) => response.once('close', resolve));
    exchange.cache = 'shared';
    const answer = await this.makings.share(`${state} ${asked.key}`, left, (isWanted) => {
      exchange.cache = 'made';
      return this.limits.run(asked.policy.work, asked.client, isWanted, () => this.make(asked, state, id));
    });
    const former = answer.status >= 500 ? this.store.former(asked.key, Date.now()) : null;
    if (former) exchange.cache = 'stale';
    sendAnswer(response, asked, former ? asStale(former, Date.now()) : answer);
  }

  /**
   * Makes an answer, and keeps it with the state that was read before, unless it failed. If what is
   * held changed meanwhile, it is made again.
   */
  private async make(asked: ReaderRequest, firstState: string, id: string): Promise<Answer> {
    let state = firstState;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { status, headers, body: bytes } = await this.render(asked, id);
      const tag = isComplete(status, headers, bytes) ? entityTag(state, asked.key) : null;
      // What failed may have failed because half of it was replaced meanwhile.
      const after = await this.readState(asked);
      if (after === state) {
        const answer = await finishAnswer({ status, headers, body: bytes }, asked.policy, tag, state, this.settings);
        if (answer.tag !== null) this.store.keep(asked.key, answer, asked.isEndless);
        return answer;
      }
      state = after;
    }
    throw new Busy('What is held changed while the answer was made.');
  }

  private async render(asked: ReaderRequest, id: string): Promise<Made> {
    const { status, headers, body } = await this.renderers.ask({
      method: 'GET',
      path: asked.path + asked.query,
      headers: { ...this.rendererHeaders(asked.display), [REQUEST_ID_HEADER]: id },
      isHeavy: asked.policy.work === 'heavy',
    });
    const bytes = await collect(body);
    if (status === 503 || lacksDatabase(status, bytes)) {
      const away = new DatabaseAway('The database did not answer a renderer.');
      this.limits.refuseWaiting(asked.policy.work, away);
      if (status !== 503) throw away;
    }
    const former = status === 404 && asked.madeOf === 'build' ? await this.readFormer(asked.path) : null;
    return former
      ? { status: 200, headers: { 'content-type': former.type }, body: former.body }
      : { status, headers, body: bytes };
  }

  private readFormer(address: string): Promise<FormerFile | null> {
    const { formerFiles } = this.settings;
    return formerFiles === null ? Promise.resolve(null) : readFormerFile(formerFiles, address);
  }

  /** Everything that a kept answer may depend on, and nothing of one reader. */
  private rendererHeaders(display: string): Record<string, string> {
    return {
      host: this.siteHost,
      // Without one Next sends other HTML.
      'user-agent': 'gongbao-gateway',
      'accept-encoding': 'identity',
      ...(display !== '' && { cookie: `display=${encodeURIComponent(display)}` }),
    };
  }

  private async readState({ madeOf }: ReaderRequest): Promise<string> {
    const { build, settings } = this.settings;
    const state: PortalState = { build, settings, identity: '', revision: '', day: today() };
    return printState(madeOf === 'build' ? state : { ...state, ...(await this.watch.read()) }, madeOf);
  }

  /** Passes a request on to a renderer, within the limits of its work. */
  private async pass(exchange: Exchange, asked: ReaderRequest, tag: string | null = null): Promise<void> {
    const { request, response } = exchange;
    const work = asked.method === 'POST' && asked.path.endsWith('/check') ? 'heavy' : asked.policy.work;
    const isWanted = () => !response.destroyed;
    try {
      // Without the database there is none, and a renderer may take seconds to find out.
      if (asked.policy.kept === 'passed' && asked.madeOf === 'data') await this.watch.read();
      // Whole, before its turn comes: one that arrives slowly takes nobody's.
      const form =
        asked.method === 'POST' ? await this.limits.run('form', asked.client, isWanted, () => readForm(request)) : null;
      exchange.cache = 'passed';
      await this.limits.run(work, asked.client, isWanted, () =>
        passOn(exchange, form, asked, tag, this.renderers, this.settings),
      );
    } catch (error) {
      if (response.destroyed || response.headersSent) return;
      if (error instanceof FormTooLong) {
        refuseRequest(response, asked.method, { status: 413 }, this.settings);
        return;
      }
      if (!isFailure(error)) throw error;
      if (error instanceof RendererAway) log('renderer away', { id: exchange.id, route: asked.route }, error);
      await this.refuse(exchange, asked);
    }
  }

  /** Sends the answer that is held from before, marked with its age, or says that there is none. */
  private async sendFormer(exchange: Exchange, asked: ReaderRequest, error: Error): Promise<void> {
    const former = error instanceof Busy ? null : this.store.former(asked.key, Date.now());
    if (!former) {
      await this.refuse(exchange, asked);
      return;
    }
    exchange.cache = 'stale';
    sendAnswer(exchange.response, asked, asStale(former, Date.now()));
  }

  private async refuse(exchange: Exchange, asked: ReaderRequest): Promise<void> {
    exchange.cache = 'refused';
    await sendUnavailable(exchange.response, asked, this.unavailable, this.settings);
  }

  private respondToOptions(response: ServerResponse, { policy, method }: ReaderRequest): void {
    const allow = allowedMethods(policy);
    sendText(response, method, 204, { Allow: allow, ...securityHeaders(policy, this.settings) }, '');
  }
}

const isFailure = (error: unknown): error is Error =>
  error instanceof DatabaseAway || error instanceof RendererAway || error instanceof Busy;

let day = { until: 0, name: '' };

/** The day in China, asked for some thousand times a second. */
function today(): string {
  const now = Date.now();
  if (now >= day.until) {
    const name = calendarDay(new Date(now)).toISOString().slice(0, 10);
    day = { name, until: (Math.floor(now / MINUTE) + 1) * MINUTE };
  }
  return day.name;
}

/** Days of all time zones begin with a minute. */
const MINUTE = 60_000;
