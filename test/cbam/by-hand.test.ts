// The table by hand, on the tables of the law as they stand in scenarios/.

import { BY_HAND } from './by-hand.ts';
import { testStated } from './stated.ts';

for (const stated of BY_HAND) testStated(stated);
