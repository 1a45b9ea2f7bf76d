import { onPostgresql } from './contract/engine-factory';
import { testOtherWords } from './contract/other-words';
import { PLANS } from './taken-for-granted';

testOtherWords(onPostgresql, PLANS);
