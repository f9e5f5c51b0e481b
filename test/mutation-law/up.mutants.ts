// Every number of the law up by its last printed digit, every year a year later.

import { changeAll } from './mutants.ts';

changeAll('up');
