// The portal's gateway, started by scripts/support/web-server.ts beside its renderers. It waits for
// them, listens once the home page is there, asks for a page of each kind, and prints `ready`.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { homeUrl, traditionalUrl } from '@/lib/addresses/urls';
import { endServer } from '@/lib/gateway/end-server';
import { Gateway } from '@/lib/gateway/gateway';
import { GatewayMeters } from '@/lib/gateway/gateway-meters';
import { createGatewayServer } from '@/lib/gateway/server';
import { warmUp } from '@/lib/gateway/warm-up';
import { poolCounts } from '@/lib/db/pool-counts';
import { closeFacts, countHeld, readServerFacts } from '@/lib/db/portal-facts';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { openGatewayLog } from '@/lib/logging/gateway-log';
import { log as say } from '@/lib/logging/log';
import { METRICS_TYPE, serveMetrics } from '@/lib/metrics/metrics-server';
import { PortalFigures } from '@/lib/metrics/portal-figures';
import { readPortalMetrics } from '@/lib/metrics/portal-metrics';
import { openProcessMetrics } from '@/lib/metrics/process-metrics';
import { printedSettings, readEnvironment } from '@/lib/settings/env';
import { pause } from './support/backoff';
import { untilAnswer } from './support/until-answer';

/** Milliseconds that open answers get once nobody is let in. */
const ANSWERING = 6_000;
/** The same where no front was given time to turn away: somebody waits for the end. */
const ANSWERING_AT_ONCE = 1_500;

/** Milliseconds that it waits for renderers, and then for the home page, before it listens. */
const LONGEST_WAIT = 20_000;

const environment = readEnvironment();
const { host, port, siteUrl, cacheMegabytes, metricsPort, metricsHost } = environment;
const printed = JSON.stringify(printedSettings(environment));
const build = process.env.GONGBAO_BUILD ?? '';
const renderers = z
  .array(z.object({ name: z.string(), port: z.number(), metrics: z.number().nullable() }))
  .parse(JSON.parse(process.env.GONGBAO_RENDERERS ?? '[]'));
const origins = renderers.map((renderer) => `http://localhost:${renderer.port}`);
const drainSeconds = Number(process.env.GONGBAO_DRAIN ?? 0);

const log = openGatewayLog(environment);
const registry = metricsPort === undefined ? null : openProcessMetrics('gateway', { pools: poolCounts, log });
const meters = registry && new GatewayMeters(registry);
const gateway = new Gateway({
  ...environment,
  build,
  settings: createHash('sha1').update(printed).digest('base64url'),
  isSecure: siteUrl.startsWith('https:'),
  renderers: origins,
  formerFiles: process.env.GONGBAO_FORMER_FILES ?? null,
  memory: cacheMegabytes * 1024 * 1024,
  readRevision,
  meters,
});
const server = createGatewayServer(gateway);
server.once('error', (error) => {
  say('port not to be had', { port }, error);
  log.flush();
  process.exit(1);
});
endBySignals();

// One that hangs must not keep a gateway from listening that was started again.
const soon = AbortSignal.timeout(LONGEST_WAIT);
const untilRenders = (origin: string | undefined) => untilAnswer(`${origin ?? ''}/favicon.ico`, soon);
await untilRenders(origins[0]);
const trial = createGatewayServer(gateway, { isTrial: true }).listen(0, '127.0.0.1');
await once(trial, 'listening');
const self = `http://127.0.0.1:${(trial.address() as AddressInfo).port}`;
const ask = async (address: string) => {
  const answer = await fetch(self + address, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};
await Promise.race([ask(homeUrl()), pause(LONGEST_WAIT)]);
server.listen(port, host);
await once(server, 'listening');
await warmUp(ask);
// Now that pages are made fast, the one that says that none can be made.
await gateway.prepare(homeUrl());
if (gateway.phase === 'starting') gateway.phase = 'serving';
if (registry && meters && metricsPort !== undefined) {
  meters.follow(gateway);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  registry.whenAsked(['gongbao_build_info'], (report) =>
    report('gongbao_build_info', { version, build: build.slice(0, 12) }, 1),
  );
  new PortalFigures({ readServer: readServerFacts, countHeld, isAway: () => gateway.watch.isAway }).follow(registry);
  const metered = renderers.map(({ name, metrics }) => ({ name, address: `http://127.0.0.1:${metrics ?? 0}/metrics` }));
  serveMetrics(metricsHost, metricsPort, METRICS_TYPE, () => readPortalMetrics(registry, metered));
  say('metrics listen', { port: metricsPort });
}
process.stdout.write('ready\n');
// Traditional characters take a second at first, in the renderer for heavy work, and few read them.
await untilRenders(origins.at(-1));
await ask(traditionalUrl(homeUrl())).catch(() => undefined);
await gateway.prepare(traditionalUrl(homeUrl()));
trial.close();
trial.closeIdleConnections();

/**
 * Ends the gateway by SIGTERM: readers are served for GONGBAO_DRAIN seconds, and /readyz says no. A
 * second signal, SIGINT, or the loss of the command that started it leave no time for that.
 */
function endBySignals(): void {
  const hurry = new AbortController();
  const end = async (isUrgent: boolean) => {
    if (isUrgent || gateway.phase === 'draining' || process.stdin.readableEnded) hurry.abort();
    if (gateway.phase === 'draining') return;
    gateway.phase = 'draining';
    if (server.listening) {
      const answering = drainSeconds > 0 ? ANSWERING : ANSWERING_AT_ONCE;
      await endServer(server, { draining: drainSeconds * 1000, answering, hurry: hurry.signal });
    }
    await gateway.close();
    await closeRevision();
    await closeFacts();
    process.exit();
  };
  process.on('SIGTERM', () => void end(false));
  process.on('SIGINT', () => void end(true));
}
