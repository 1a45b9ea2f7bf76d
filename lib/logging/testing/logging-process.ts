// A process of the web that logs, for tests: `logging-process.ts WAY` logs to its standard output
// and ends in that way.
import { guardConsole } from '../console-guard';
import { openGatewayLog } from '../gateway-log';
import { log } from '../log';

const [way = '', logFormat = 'json'] = process.argv.slice(2);
const opened = openGatewayLog({ logFormat: logFormat === 'text' ? 'text' : 'json', logLevel: 'info' });
guardConsole();
for (let count = 0; count < 500; count++)
  log('request', { id: `id-${count}`, method: 'GET', route: '/search', status: 200, ms: 1.5, bytes: 10, cache: 'hit' });
switch (way) {
  case 'exit':
    log('database away', {}, Object.assign(new Error('zarquonfrob'), { code: 'ECONNREFUSED' }));
    process.exit();
    break;
  case 'library':
    console.error(' ⨯', new TypeError('zarquonfrob'));
    console.warn('zarquonfrob', { zarquonfrob: 1 });
    console.log('zarquonfrob');
    process.emitWarning('The URL http://zarquonfrob:1x/ is invalid', 'DeprecationWarning', 'DEP0170');
    setTimeout(() => opened.flush(), 50);
    break;
  case 'uncaught':
    setTimeout(() => {
      throw new Error('zarquonfrob');
    }, 10);
    break;
  case 'rejected':
    void Promise.reject(new Error('zarquonfrob'));
    break;
  case 'wait':
    setTimeout(() => undefined, 60_000);
}
