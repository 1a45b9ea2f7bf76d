/** A metric: what it counts, and what it is told apart by. */
interface MetricRow {
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: readonly string[];
}

/**
 * Every metric of the portal's own, by its name. Labels have a few values each, and none has a word
 * or an address of a reader. docs/operating.md has the same list for operators.
 */
export const METRICS = {
  gongbao_build_info: {
    type: 'gauge',
    help: 'Always 1. The version of the program, and the hash of the sources that it was built from.',
    labels: ['version', 'build'],
  },

  gongbao_http_requests_total: {
    type: 'counter',
    help: 'Answers, by kind of address, method, status and how the gateway came to them.',
    labels: ['kind', 'method', 'status', 'cache'],
  },
  gongbao_http_request_seconds: {
    type: 'histogram',
    help: 'Seconds from the arrival of a request to the end of its answer, by kind of address.',
    labels: ['kind'],
  },
  gongbao_http_response_bytes_total: {
    type: 'counter',
    help: 'Bytes of the bodies of answers, as they were sent, by kind of address.',
    labels: ['kind'],
  },
  gongbao_work_running: { type: 'gauge', help: 'Works that are done at the moment, by kind.', labels: ['work'] },
  gongbao_work_waiting: { type: 'gauge', help: 'Works that wait for their turn, by kind.', labels: ['work'] },
  gongbao_work_refused_total: {
    type: 'counter',
    help: 'Works that were refused because too many waited or would have failed, by kind.',
    labels: ['work'],
  },

  gongbao_kept_answers: { type: 'gauge', help: 'Answers that are kept in memory, by part of it.', labels: ['part'] },
  gongbao_kept_bytes: { type: 'gauge', help: 'Bytes of kept answers, by part of the memory.', labels: ['part'] },
  gongbao_kept_limit_bytes: { type: 'gauge', help: 'Bytes that kept answers may take.', labels: ['part'] },
  gongbao_kept_evictions_total: {
    type: 'counter',
    help: 'Kept answers that had to leave for want of room.',
    labels: ['part'],
  },

  gongbao_renderer_up: { type: 'gauge', help: '1 where the renderer answers, else 0.', labels: ['process'] },
  gongbao_log_lines_total: {
    type: 'counter',
    help: 'Lines of the log but those of requests, by level and event; also those that were left out as repetitions.',
    labels: ['level', 'event'],
  },
  gongbao_log_lines_lost_total: {
    type: 'counter',
    help: 'Lines of the log that were lost because nobody read it fast enough.',
    labels: [],
  },

  gongbao_searches_total: {
    type: 'counter',
    help: 'Searches, by the shape of what was asked, whether conditions limited them, and what came of them.',
    labels: ['shape', 'filtered', 'outcome'],
  },
  gongbao_search_seconds: {
    type: 'histogram',
    help: 'Seconds that searches took, by the shape of what was asked.',
    labels: ['shape'],
  },
  gongbao_index_failures_total: {
    type: 'counter',
    help: 'Searches that the index did not answer, by what took its place.',
    labels: ['fallback'],
  },
  gongbao_pool_connections: {
    type: 'gauge',
    help: 'Connections to the database, by pool and whether they are used.',
    labels: ['pool', 'state'],
  },
  gongbao_pool_limit: { type: 'gauge', help: 'Connections that a pool may have.', labels: ['pool'] },
  gongbao_pool_waiting: { type: 'gauge', help: 'Statements that wait for a connection, by pool.', labels: ['pool'] },

  gongbao_database_up: { type: 'gauge', help: '1 where the database answers, else 0.', labels: [] },
  gongbao_database_standby: { type: 'gauge', help: '1 where a standby is read, else 0.', labels: [] },
  gongbao_replication_connected: {
    type: 'gauge',
    help: '1 where the standby that is read is connected to its primary, else 0. Missing for a primary.',
    labels: [],
  },
  gongbao_replication_lag_seconds: {
    type: 'gauge',
    help: 'Seconds by which the standby that is read is behind its primary. Missing for a primary.',
    labels: [],
  },
  gongbao_index_lag_seconds: {
    type: 'gauge',
    help: 'Seconds for which the oldest change has waited for the index that is searched. Missing where there is none.',
    labels: [],
  },
  gongbao_revision: { type: 'gauge', help: 'The number of what is held, raised by every change.', labels: [] },
  gongbao_revision_changed_timestamp_seconds: {
    type: 'gauge',
    help: 'When this process first saw the present revision.',
    labels: [],
  },
  gongbao_facts_timestamp_seconds: {
    type: 'gauge',
    help: 'When the figures of what is held were read last.',
    labels: [],
  },
  gongbao_municipalities: { type: 'gauge', help: 'Municipalities that are held.', labels: [] },
  gongbao_issues: { type: 'gauge', help: 'Issues that are held.', labels: [] },
  gongbao_documents: { type: 'gauge', help: 'Documents that are held.', labels: [] },
  gongbao_sections: { type: 'gauge', help: 'Sections that are held.', labels: [] },
  gongbao_sources: { type: 'gauge', help: 'Source files that are held.', labels: [] },
  gongbao_sources_outdated: {
    type: 'gauge',
    help: 'Source files whose rows were made by another version of this program.',
    labels: [],
  },
  gongbao_newest_issue_timestamp_seconds: {
    type: 'gauge',
    help: 'The day of the newest issue. Missing where none is held.',
    labels: [],
  },

  gongbao_run_started_timestamp_seconds: {
    type: 'gauge',
    help: 'When the last run began, by kind of run.',
    labels: ['kind'],
  },
  gongbao_run_ended_timestamp_seconds: {
    type: 'gauge',
    help: 'When the last run that came to its end did so, by kind of run.',
    labels: ['kind'],
  },
  gongbao_run_heartbeat_timestamp_seconds: {
    type: 'gauge',
    help: 'When the last run was last known to be at work, by kind of run.',
    labels: ['kind'],
  },
  gongbao_run_running: { type: 'gauge', help: '1 where a run is at work, else 0, by kind of run.', labels: ['kind'] },
  gongbao_run_files: {
    type: 'gauge',
    help: 'Files of the last run, by kind of run and outcome; total and done say how far it is.',
    labels: ['kind', 'outcome'],
  },
} as const satisfies Record<string, MetricRow>;

/** The name of a metric of the portal's own. */
export type MetricName = keyof typeof METRICS;

/** The values by which a sample of a metric is told apart. */
export type LabelsOf<Name extends MetricName> = Record<(typeof METRICS)[Name]['labels'][number], string | number>;
