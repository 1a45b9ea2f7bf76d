import { existsSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { readState } from '@/scripts/embedded-postgres/cluster-folder';
import { startServer, stopServer } from '@/scripts/embedded-postgres/server';
import { findServerProcess } from '@/scripts/embedded-postgres/server-process';
import { useSharedServer } from '@/scripts/embedded-postgres/shared-server';
import { childrenOf } from './portal';

const settings = { durable: false };

/** A PostgreSQL cluster to be stopped, killed, paused and moved. */
export interface DrillCluster {
  url: string;
  start: () => Promise<unknown>;
  stop: () => Promise<void>;
  /** kill -9 of the server process, as the system does when memory is short. */
  kill: () => void;
  /** Stops every process of the cluster in its tracks; the returned function lets them go on. */
  pause: () => () => void;
  /** Keeps the server running, as `npm start` does, until the returned function is called. */
  supervise: () => Promise<() => Promise<void>>;
  /** Puts the stopped cluster into another folder; the way there is found from the former one. */
  move: () => void;
}

/** Makes a cluster in the folder of the drills, and starts it. */
export async function openCluster(): Promise<DrillCluster> {
  const folder = path.join(process.env.DRILL_FOLDER!, 'cluster');
  const start = () => startServer(folder, { ...settings, keepEndpoint: existsSync(folder) });
  const serverProcess = () => Number(findServerProcess(readState(folder)!.home)!.split(' ')[0]);
  return {
    url: await start(),
    start,
    stop: () => stopServer(folder),
    kill: () => process.kill(serverProcess(), 'SIGKILL'),
    pause: () => {
      const server = serverProcess();
      const all = [server, ...childrenOf(server).map(({ id }) => id)];
      for (const id of all) signalTo(id, 'SIGSTOP');
      return () => {
        for (const id of all) signalTo(id, 'SIGCONT');
      };
    },
    supervise: async () => {
      const shared = await useSharedServer(folder, settings);
      shared.keepRunning(() => undefined);
      return async () => {
        await shared.release();
        await start();
      };
    },
    move: () => {
      renameSync(folder, `${folder}-elsewhere`);
      symlinkSync(`${folder}-elsewhere`, folder);
    },
  };
}

function signalTo(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch {
    // A child that has just ended.
  }
}
