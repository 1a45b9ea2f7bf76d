import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readAnswers, type RawAnswer } from './answers';
import type { HostileRequest } from './make-request';

/** Milliseconds within which an answer has come. */
const HANG = 5_000;
/** The same where it is not known whether one will come. */
const UNSURE = 1_000;

/** What came back on a connection. */
export interface Outcome {
  answers: RawAnswer[];
  /** `answered`, `closed` before an answer was whole, `hung`, `refused`, or `broken`: no HTTP. */
  end: 'answered' | 'closed' | 'hung' | 'refused' | 'broken';
  /** Milliseconds since all was sent. */
  took: number;
}

/** Sends a request over a connection of its own, and reads what comes back. */
export async function send(
  port: number,
  { parts, pause, methods, mayBeIncomplete = false }: HostileRequest,
): Promise<Outcome> {
  const socket = connect({ port, host: '127.0.0.1' });
  const chunks: Buffer[] = [];
  let end = null as Outcome['end'] | null;
  let answers: RawAnswer[] = [];
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const close = (how: Outcome['end']): void => {
    end ??= how;
    settle();
  };
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    const read = readAnswers(Buffer.concat(chunks), methods);
    ({ answers } = read);
    if (read.broken) close('broken');
    else if (methods.length > 0 && answers.length === methods.length) close('answered');
  });
  socket.once('error', (error: NodeJS.ErrnoException) => close(error.code === 'ECONNREFUSED' ? 'refused' : 'closed'));
  socket.once('close', () => close('closed'));
  for (const [at, part] of parts.entries()) {
    if (at > 0) await sleep(pause);
    if (end === null && socket.writable) socket.write(part);
  }
  const began = performance.now();
  if (methods.length === 0) await Promise.race([settled, sleep(20)]);
  else {
    const timer = setTimeout(() => close(mayBeIncomplete ? 'closed' : 'hung'), mayBeIncomplete ? UNSURE : HANG);
    await settled;
    clearTimeout(timer);
  }
  socket.destroy();
  return { answers, end: end ?? 'closed', took: performance.now() - began };
}
