// `npm run build`: the production pages alone, as `npm start` would build them.
import { buildPages } from './support/build-pages';
import { interruption } from './support/child-process';
import { withDatabase } from './support/database';

const signal = interruption();
await withDatabase(() => buildPages('.next', signal));
