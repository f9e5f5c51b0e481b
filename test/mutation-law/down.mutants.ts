// Every number of the law halved, every year a year earlier.

import { changeAll } from './mutants.ts';

changeAll('down');
