// `npm run migrate`: makes the tables of the database, or adds what a new version needs.
import { withDatabase } from './support/database';
import { loadSettings } from './support/load-settings';
import { say } from './support/progress';

try {
  loadSettings();
  await withDatabase(({ embedded }) => say(`The ${embedded ? 'embedded database' : 'database'} is up to date.`));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
