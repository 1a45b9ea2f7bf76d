// The portal of a drill, a process to be watched and killed: `drill-portal.ts PORT` serves the test
// build from the database that DATABASE_URL names.
import { interruption } from '../support/child-process';
import { say } from '../support/progress';
import { startWebServer } from '../support/web-server';
import { TEST_PAGES } from './test-portal';

const signal = interruption();
const server = await startWebServer(TEST_PAGES, Number(process.argv[2]), signal);
say('Ready');
await server.ended;
process.exit();
