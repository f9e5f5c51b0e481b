// The first number of each table of CBAM, changed: what `npm run mutate:law` does with every number of all law tables in two ways.

import { expect, it } from 'vitest';
import { LAW_TABLES } from '../cbam/law-tables.ts';
import { cellsOf } from './cells.ts';
import { ask } from './tables.ts';

it('a changed number of each table of CBAM is found out', async () => {
  const path = 'scenarios/reference/cbam.yaml';
  const law = await ask([LAW_TABLES]);
  const text = law.textOf(path);
  expect(law.hold(path, text)).toBe(true);
  const cells = cellsOf(text);
  const firsts = cells.filter(
    ({ table }, index) => cells.findIndex((cell) => cell.table === table) === index,
  );
  expect(firsts.length).toBeGreaterThan(10);
  for (const { table, from, to, changed } of firsts)
    expect([table, law.hold(path, text.slice(0, from) + changed('up') + text.slice(to)) === true]).toEqual([
      table,
      false,
    ]);
});
