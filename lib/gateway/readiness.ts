import type { ServerResponse } from 'node:http';
import { collect, type Renderers } from './renderers';

/** The address that says whether fronts may send readers here. */
export const READINESS_PATH = '/readyz';

/** What a gateway is doing: before readers come, while they are served, before it ends. */
export type Phase = 'starting' | 'serving' | 'draining';

const PHASE_REASONS: Record<Phase, string[]> = {
  starting: ['the portal is starting'],
  serving: [],
  draining: ['the portal is about to end'],
};

interface Health {
  status: string;
  reasons: string[];
}

/**
 * Answers /readyz: what a renderer says of the database, and what the gateway says of itself. It
 * waits for nobody's turn.
 * @param build names what is served where no renderer answers
 */
export async function sendReadiness(
  response: ServerResponse,
  phase: Phase,
  renderers: Renderers,
  { headers, isHead, build }: { headers: Record<string, string>; isHead: boolean; build: string },
): Promise<void> {
  const health = await askRenderer(renderers).catch(() => null);
  const reasons = [...PHASE_REASONS[phase], ...(health?.reasons ?? ['no renderer answers'])];
  const isReady = reasons.length === 0;
  const body = Buffer.from(
    JSON.stringify({
      ...(health ?? { build }),
      status: isReady ? 'ready' : 'not ready',
      reasons,
      draining: phase === 'draining',
    }),
  );
  response.writeHead(isReady ? 200 : 503, {
    ...headers,
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    ...(!isReady && { 'Retry-After': '5' }),
  });
  response.end(isHead ? undefined : body);
}

async function askRenderer(renderers: Renderers): Promise<Health> {
  const { body } = await renderers.ask({
    method: 'GET',
    path: READINESS_PATH,
    headers: { 'user-agent': 'gongbao-gateway', 'accept-encoding': 'identity' },
    signal: AbortSignal.timeout(LONGEST),
  });
  return JSON.parse((await collect(body)).toString()) as Health;
}

/** Milliseconds, longer than a renderer waits for the database. */
const LONGEST = 3000;
