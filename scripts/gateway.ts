// The portal's gateway, started by scripts/support/web-server.ts beside its renderers. It waits for
// them, listens once the home page is there, asks for a page of each kind, and prints `ready`.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { homeUrl, traditionalUrl } from '@/lib/addresses/urls';
import { endServer } from '@/lib/gateway/end-server';
import { Gateway } from '@/lib/gateway/gateway';
import { createGatewayServer } from '@/lib/gateway/server';
import { warmUp } from '@/lib/gateway/warm-up';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { printedSettings, readEnvironment } from '@/lib/settings/env';
import { untilAnswer } from './support/until-answer';

/** Milliseconds that open answers get once nobody is let in. */
const ANSWERING = 6_000;
/** The same where no front was given time to turn away: somebody waits for the end. */
const ANSWERING_AT_ONCE = 1_500;

const environment = readEnvironment();
const { host, port, siteUrl, cacheMegabytes, frameAncestors, trustedProxies } = environment;
const printed = JSON.stringify(printedSettings(environment));
const renderers = (process.env.GONGBAO_RENDERERS ?? '').split(' ').filter(Boolean);
const drainSeconds = Number(process.env.GONGBAO_DRAIN ?? 0);

const gateway = new Gateway({
  build: process.env.GONGBAO_BUILD ?? '',
  settings: createHash('sha1').update(printed).digest('base64url'),
  siteUrl,
  isSecure: siteUrl.startsWith('https:'),
  frameAncestors,
  trustedProxies,
  renderers,
  formerFiles: process.env.GONGBAO_FORMER_FILES ?? null,
  memory: cacheMegabytes * 1024 * 1024,
  readRevision,
  log: (line) => console.error(line),
});
const server = createGatewayServer(gateway);
server.once('error', (error) => {
  console.error(`The portal cannot listen on ${host}, port ${port}: ${error.message}`);
  process.exit(1);
});
endBySignals();

const never = new AbortController().signal;
await Promise.all(renderers.map((origin) => untilAnswer(`${origin}/favicon.ico`, never)));
const trial = createGatewayServer(gateway).listen(0, '127.0.0.1');
await once(trial, 'listening');
const self = `http://127.0.0.1:${(trial.address() as AddressInfo).port}`;
const ask = async (address: string) => {
  const answer = await fetch(self + address, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
};
// What costs most is made beside the home page, by the renderer for heavy work.
const heavy = ask(traditionalUrl(homeUrl()));
await ask(homeUrl());
server.listen(port, host);
await once(server, 'listening');
await Promise.all([warmUp(ask), heavy]);
// Now that pages are made fast, the one that says that none can be made.
await gateway.prepare();
trial.close();
trial.closeIdleConnections();
if (gateway.phase === 'starting') gateway.phase = 'serving';
process.stdout.write('ready\n');

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
    process.exit();
  };
  process.on('SIGTERM', () => void end(false));
  process.on('SIGINT', () => void end(true));
}
