import { totalmem } from 'node:os';
import path from 'node:path';
import { dataFolder } from '../../support/data-folder';
import { useSharedServer, type SharedServer } from '../../embedded-postgres/shared-server';

/** What is remembered of the bench's databases, and their server, lie here. */
export const BENCH_FOLDER = dataFolder('bench');

const MEGABYTE = 2 ** 20;

/** The bench's own server: set up as a server that does nothing else. */
const serverSettings = {
  // PostgreSQL's manual recommends a quarter of the memory.
  shared_buffers: `${Math.floor(totalmem() / 4 / MEGABYTE)}MB`,
  // What is not in there is in the system's file cache: reading it takes less time than handing it
  // to a process that reads.
  io_method: 'sync',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * Starts the bench's own server, whose databases stay from run to run.
 * Nothing of it is forced to disk.
 */
export const useBenchServer = (): Promise<SharedServer> =>
  useSharedServer(path.join(BENCH_FOLDER, 'cluster'), { durable: false, settings: serverSettings });
