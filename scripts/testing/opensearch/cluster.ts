import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@/scripts/support/ports';
import type { NodePrograms } from './programs';

/** A cluster of OpenSearch on this machine, one process a node. */
export interface TestCluster {
  /** Addresses of all nodes. */
  nodes: string[];
  /** kill -9 of a node. */
  kill: (at: number) => Promise<void>;
  /** Starts a killed node again, with what it had. */
  start: (at: number) => void;
  /** Waits until so many nodes have a whole copy of every shard. */
  untilGreen: (nodes: number) => Promise<void>;
  remove: () => Promise<void>;
}

/** Milliseconds for which a cluster may come up on a machine that does other work too. */
const PATIENCE = 240_000;

/**
 * Starts a cluster of so many nodes, and waits until it is whole.
 * @param memory of the heap of each
 */
export async function startOpenSearch(programs: NodePrograms, count: number, memory = '512m'): Promise<TestCluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-opensearch-'));
  const ports: NodePlace['ports'] = [];
  for (let at = 0; at < count; at++) ports.push({ http: await findFreePort(), transport: await findFreePort() });
  const running = new Map<number, { child: ChildProcess; printed: () => string }>();
  const start = (at: number): void => {
    running.set(at, startNode(programs, folder, { ports, at, memory }));
  };
  const kill = async (at: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    const node = running.get(at);
    if (!node || node.child.exitCode !== null || node.child.signalCode !== null) return;
    const ended = once(node.child, 'exit');
    node.child.kill(signal);
    await ended;
  };
  const nodes = ports.map(({ http }) => `http://127.0.0.1:${http}`);
  const untilGreen = async (wanted: number): Promise<void> => {
    const address = `/_cluster/health?wait_for_nodes=${wanted}&wait_for_status=green&timeout=1s`;
    const began = Date.now();
    while (!(await anyIs(nodes, address))) {
      await sleep(100);
      const ended = [...running.values()].find(({ child }) => child.exitCode !== null);
      if (ended || Date.now() - began > PATIENCE)
        throw new Error(
          `OpenSearch is not green:\n${[...running.values()].map(({ printed }) => printed()).join('\n')}`,
        );
    }
  };
  const remove = async (): Promise<void> => {
    await Promise.all(ports.map((_, at) => kill(at)));
    rmSync(folder, { recursive: true, force: true });
  };
  for (let at = 0; at < count; at++) start(at);
  try {
    await untilGreen(count);
  } catch (error) {
    await remove();
    throw error;
  }
  return { nodes, kill, start, untilGreen, remove };
}

/** Whether any node says that the cluster is green: one that is starting does not answer. */
async function anyIs(nodes: readonly string[], address: string): Promise<boolean> {
  for (const node of nodes) if (await isGreen(`${node}${address}`)) return true;
  return false;
}

async function isGreen(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
    const { status, timed_out: isTimedOut } = (await answer.json()) as { status: string; timed_out: boolean };
    return status === 'green' && !isTimedOut;
  } catch {
    return false;
  }
}

interface NodePlace {
  ports: { http: number; transport: number }[];
  at: number;
  memory: string;
}

function startNode({ java, classPath }: NodePrograms, folder: string, { ports, at, memory }: NodePlace) {
  const home = path.join(folder, `node-${at}`);
  const { http, transport } = ports[at]!;
  const names = ports.map((_, index) => `node-${index}`);
  const settings: Record<string, string> = {
    'path.home': home,
    'path.data': path.join(home, 'data'),
    'path.logs': path.join(home, 'logs'),
    'cluster.name': path.basename(folder),
    'node.name': names[at]!,
    'network.host': '127.0.0.1',
    'http.port': String(http),
    'transport.port': String(transport),
    'transport.type': 'netty4',
    'http.type': 'netty4',
    'cluster.routing.allocation.disk.threshold_enabled': 'false',
    'action.auto_create_index': 'false',
    ...(ports.length === 1
      ? { 'discovery.type': 'single-node' }
      : {
          'discovery.seed_hosts': ports.map((each) => `127.0.0.1:${each.transport}`).join(','),
          'cluster.initial_cluster_manager_nodes': names.join(','),
        }),
  };
  const flags = [
    `-Xms${memory}`,
    `-Xmx${memory}`,
    '-XX:+UseSerialGC',
    // Half of what a short life has of its processor would go to the better compiler.
    '-XX:TieredStopAtLevel=1',
    '--enable-native-access=ALL-UNNAMED',
    '-Dlog4j2.disable.jmx=true',
    '-Dopensearch.set.netty.runtime.available.processors=false',
    '-Dio.netty.allocator.type=unpooled',
  ];
  const options = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const child = spawn(java, [...flags, '-cp', classPath, 'GongbaoNode', ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (output += piece.toString()));
  return { child, printed: () => output };
}
