// The portal's gateway, started by scripts/support/web-server.ts beside its renderers. It asks for
// a page of each kind, then listens and prints `ready`.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Gateway } from '@/lib/gateway/gateway';
import { createGatewayServer } from '@/lib/gateway/server';
import { warmUp } from '@/lib/gateway/warm-up';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { printedSettings, readEnvironment } from '@/lib/settings/env';

const environment = readEnvironment();
const { port, siteUrl, cacheMegabytes, frameAncestors, trustedProxies } = environment;
const printed = JSON.stringify(printedSettings(environment));

const gateway = new Gateway({
  build: process.env.GONGBAO_BUILD ?? '',
  settings: createHash('sha1').update(printed).digest('base64url'),
  siteUrl,
  isSecure: siteUrl.startsWith('https:'),
  frameAncestors,
  trustedProxies,
  renderers: (process.env.GONGBAO_RENDERERS ?? '').split(' ').filter(Boolean),
  formerFiles: process.env.GONGBAO_FORMER_FILES ?? null,
  memory: cacheMegabytes * 1024 * 1024,
  readRevision,
  log: (line) => console.error(line),
});
// Before readers come, and before anything fails: the page for that has to be there.
await gateway.prepare();
const trial = createGatewayServer(gateway).listen(0, '127.0.0.1');
await once(trial, 'listening');
const self = `http://127.0.0.1:${(trial.address() as AddressInfo).port}`;
await warmUp(async (address) => {
  const answer = await fetch(self + address, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
});
trial.close();
trial.closeIdleConnections();

const server = createGatewayServer(gateway).listen(port);
await once(server, 'listening');
process.stdout.write('ready\n');

process.once('SIGTERM', () => {
  server.close(() => process.exit());
  server.closeIdleConnections();
  void gateway.close().then(closeRevision);
});
