// Every fault that a modeller can make, and what is said of it word for word. A new case is a new folder:
// <code of the first message>/<case>/ with the files that differ from base/; `npx vitest run test/errors -u` writes expected.txt.

import { expect, it } from 'vitest';
import { base, codes, describeFaults } from '../kit/faults.ts';
import { tell } from '../kit/project.ts';

it('the base project, in which every case makes its fault, has none', async () => {
  const told = await tell(base, 'study.yaml', []);
  expect(told.printed).toBe('');
  expect(told.findings?.series.length).toBeGreaterThan(0);
});

describeFaults(codes, tell);
