// `npm run build`: the production pages alone, as `npm start` would build them. Needs no database.
import { buildPages } from './support/build-pages';
import { interruption, Interrupted } from './support/child-process';
import { say } from './support/progress';

try {
  await buildPages('.next', interruption());
} catch (error) {
  if (!(error instanceof Interrupted)) say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
