import { guardConsole } from './console-guard';
import { log } from './log';
import { openProcessLog, type LogSettings, type ProcessLog } from './process-log';

/** Opens the log of the gateway. An error that nobody catches has its line and ends the process. */
export function openGatewayLog(settings: LogSettings): ProcessLog {
  const opened = openProcessLog('gateway', settings, Number(process.env.GONGBAO_LOG ?? 1));
  guardConsole();
  process.on('uncaughtException', (error) => {
    log('uncaught', {}, error);
    opened.flush();
    process.exit(1);
  });
  return opened;
}
