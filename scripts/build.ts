// `npm run build`: the production pages alone, as `npm start` would build them.
import { buildPages } from './build-pages';
import { interruption } from './child-process';
import { withDatabase } from './database';

const signal = interruption();
await withDatabase(() => buildPages('.next', signal));
