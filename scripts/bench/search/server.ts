import path from 'node:path';
import { DATA_FOLDER } from '../../database';
import { useSharedServer, type SharedServer } from '../../embedded-postgres/shared-server';

/** What is remembered of the bench's databases, and their server, lie here. */
export const BENCH_FOLDER = path.join(DATA_FOLDER, 'bench');

/** The bench's own server: memory as a server that serves a million sections has, and nothing else beside it. */
export const serverSettings = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts the bench's own server, whose databases stay from run to run; nothing of it is forced to disk. */
export const useBenchServer = (): Promise<SharedServer> =>
  useSharedServer(path.join(BENCH_FOLDER, 'cluster'), { durable: false, settings: serverSettings });
