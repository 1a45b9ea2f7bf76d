import { onPostgresql } from './contract/engine-factory';
import { testNumbers } from './contract/numbers';

testNumbers(onPostgresql);
