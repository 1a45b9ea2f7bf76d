import { guardConsole } from './console-guard';
import { openProcessLog, type LogSettings, type ProcessLog } from './process-log';
import { followRequests, requestFields } from './request-context';

/** Opens the log of a renderer: with the request in each line, and with what Next prints. */
export function openRendererLog(settings: LogSettings): ProcessLog {
  const name = process.env.GONGBAO_PROCESS ?? 'renderer';
  const log = openProcessLog(name, settings, Number(process.env.GONGBAO_LOG ?? 1), requestFields);
  guardConsole();
  followRequests();
  return log;
}
