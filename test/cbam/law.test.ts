// The law tables as they stand in scenarios/: every number is that of the law, and every table says how long it may be trusted.

import { expect, it } from 'vitest';
import { LAW_TABLES } from './law-tables.ts';
import { testStated } from './stated.ts';
import { real, TABLES } from './trial.ts';

testStated(LAW_TABLES);

it('every law table says when it was reviewed and when it expires', () => {
  for (const name of TABLES.filter((each) => each !== 'sources')) {
    expect(real(`reference/${name}.yaml`)).toMatch(/^reviewed: \d{4}-\d{2}-\d{2}$/m);
    expect(real(`reference/${name}.yaml`)).toMatch(/^expires: \d{4}-\d{2}-\d{2}\b/m);
  }
});
