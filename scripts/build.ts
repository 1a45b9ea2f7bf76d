// `npm run build`: the production pages alone, as `npm start` would build them. No page is made
// while building, so it needs no database.
import { buildPages } from './support/build-pages';
import { Interrupted, interruption } from './support/child-process';

const signal = interruption();
try {
  await buildPages(process.env.NEXT_DIST_DIR ?? '.next', signal);
} catch (error) {
  if (!(error instanceof Interrupted)) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();
