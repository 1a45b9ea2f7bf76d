import type { HeldFacts, ServerFacts } from '@/lib/db/portal-facts';
import { log } from '@/lib/logging/log';
import type { MetricName } from './catalogue';
import type { ProcessRegistry, Report } from './process-registry';

/** What the figures of the database are read by. */
export interface PortalFactsReader {
  readServer: () => Promise<ServerFacts>;
  countHeld: () => Promise<HeldFacts>;
  /** Whether the database is known to be away: then it is not asked. */
  isAway: () => boolean;
}

/** Milliseconds for which what the server says of itself is taken as told. */
const SERVER_FRESH = 5_000;
/** Milliseconds between two countings of what is held, while it changes. */
const HELD_FRESH = 60_000;

const NAMES: readonly MetricName[] = [
  'gongbao_database_up',
  'gongbao_database_standby',
  'gongbao_replication_connected',
  'gongbao_replication_lag_seconds',
  'gongbao_index_lag_seconds',
  'gongbao_revision',
  'gongbao_revision_changed_timestamp_seconds',
  'gongbao_facts_timestamp_seconds',
  'gongbao_municipalities',
  'gongbao_issues',
  'gongbao_documents',
  'gongbao_sections',
  'gongbao_sources',
  'gongbao_sources_outdated',
  'gongbao_newest_issue_timestamp_seconds',
  'gongbao_run_started_timestamp_seconds',
  'gongbao_run_ended_timestamp_seconds',
  'gongbao_run_heartbeat_timestamp_seconds',
  'gongbao_run_running',
  'gongbao_run_files',
];

/**
 * Gives the figures of the database to whoever asks for metrics.
 *
 * However often that is, the server is asked every five seconds at most, and what is held is
 * counted only after a change, once a minute at most. While the database is away it is not asked at
 * all, and the last figures stay; `gongbao_database_up` and `gongbao_facts_timestamp_seconds` tell.
 */
export class PortalFigures {
  private server: { facts: ServerFacts; at: number } | null = null;
  private held: { facts: HeldFacts; at: number; revision: number } | null = null;
  private askedAt = 0;
  private countedAt = 0;
  private isUp = false;
  private changed = { revision: -1, at: 0 };
  private readonly reader: PortalFactsReader;

  constructor(reader: PortalFactsReader) {
    this.reader = reader;
  }

  /** Has the figures told by a registry. */
  follow(registry: ProcessRegistry): void {
    registry.whenAsked(NAMES, async (report) => {
      await this.refresh(Date.now());
      this.tell(report);
    });
  }

  /** Asks the database where that is due. */
  async refresh(now: number): Promise<void> {
    if (this.reader.isAway()) {
      this.isUp = false;
      return;
    }
    if (now - this.askedAt < SERVER_FRESH) return;
    this.askedAt = now;
    try {
      const facts = await this.reader.readServer();
      this.server = { facts, at: now };
      this.isUp = true;
      if (facts.revision !== this.changed.revision) this.changed = { revision: facts.revision, at: now };
      const isCounted = this.held?.revision === facts.revision;
      if (isCounted || now - this.countedAt < HELD_FRESH) return;
      this.countedAt = now;
      this.held = { facts: await this.reader.countHeld(), at: now, revision: facts.revision };
    } catch (error) {
      this.isUp = this.server?.at === now;
      log('no facts', {}, error);
    }
  }

  private tell(report: Report): void {
    report('gongbao_database_up', {}, this.isUp ? 1 : 0);
    if (this.server) tellServer(report, this.server.facts);
    if (this.changed.at > 0) report('gongbao_revision_changed_timestamp_seconds', {}, this.changed.at / 1000);
    if (!this.held) return;
    const { facts, at } = this.held;
    report('gongbao_facts_timestamp_seconds', {}, at / 1000);
    report('gongbao_municipalities', {}, facts.municipalities);
    report('gongbao_issues', {}, facts.issues);
    report('gongbao_documents', {}, facts.documents);
    report('gongbao_sections', {}, facts.sections);
    report('gongbao_sources', {}, facts.sources);
    report('gongbao_sources_outdated', {}, facts.outdated);
    if (facts.newestIssue !== null) report('gongbao_newest_issue_timestamp_seconds', {}, facts.newestIssue);
  }
}

function tellServer(report: Report, { isStandby, isConnected, lag, revision, runs, indexLag }: ServerFacts): void {
  report('gongbao_database_standby', {}, isStandby ? 1 : 0);
  report('gongbao_revision', {}, revision);
  if (isConnected !== null) report('gongbao_replication_connected', {}, isConnected ? 1 : 0);
  if (lag !== null) report('gongbao_replication_lag_seconds', {}, Math.max(0, lag));
  if (indexLag !== null) report('gongbao_index_lag_seconds', {}, Math.max(0, indexLag));
  for (const { kind, startedAt, heartbeatAt, endedAt, isRunning, ...files } of runs) {
    report('gongbao_run_started_timestamp_seconds', { kind }, startedAt);
    report('gongbao_run_heartbeat_timestamp_seconds', { kind }, heartbeatAt);
    if (endedAt !== null) report('gongbao_run_ended_timestamp_seconds', { kind }, endedAt);
    report('gongbao_run_running', { kind }, isRunning ? 1 : 0);
    for (const [outcome, count] of Object.entries(files))
      if (count !== null) report('gongbao_run_files', { kind, outcome }, count);
  }
}
