import { testCutOff } from './contract/cut-off';
import { onPostgresql } from './contract/engine-factory';
import { testPaging } from './contract/paging';

testPaging(onPostgresql);
testCutOff(onPostgresql);
