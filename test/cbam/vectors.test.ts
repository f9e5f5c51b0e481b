// The law's own numbers, on its tables as they stand in scenarios/.

import { testStated } from './stated.ts';
import { VECTORS } from './vectors.ts';

for (const stated of VECTORS) testStated(stated);
