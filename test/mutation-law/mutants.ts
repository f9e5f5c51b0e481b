// The tests that `npm run mutate:law` runs: one a table of the law, in which each number is changed in turn.

import { beforeAll, describe, expect, it } from 'vitest';
import { BY_HAND } from '../cbam/by-hand.ts';
import { LAW_TABLES } from '../cbam/law-tables.ts';
import { real, TABLES } from '../cbam/trial.ts';
import { VECTORS } from '../cbam/vectors.ts';
import { cellsOf, type Direction } from './cells.ts';
import { type Asked, ask } from './tables.ts';

/** What a test leaves for the table that is printed at the end. */
export interface Tally {
  readonly file: string;
  readonly table: string;
  readonly numbers: number;
  readonly refused: number;
  readonly tables: number;
  readonly examples: number;
  readonly survived: number;
}

declare module 'vitest' {
  interface TaskMeta {
    law?: Tally;
  }
}

export function changeAll(direction: Direction): void {
  let law: Asked;
  let examples: Asked;
  beforeAll(async () => {
    law = await ask([LAW_TABLES]);
    examples = await ask([...VECTORS, ...BY_HAND]);
  });

  describe.each(TABLES.filter((name) => name !== 'sources'))('%s', (name) => {
    const file = `reference/${name}.yaml`;
    const path = `scenarios/${file}`;
    const cells = cellsOf(real(file));

    it('as it stands is what the law says', () => {
      expect(law.hold(path, law.textOf(path))).toBe(true);
      expect(examples.hold(path, law.textOf(path))).toBe(true);
    });

    it.for([...new Set(cells.map(({ table }) => table))])('%s', (table, { task }) => {
      const text = law.textOf(path);
      const own = cells.filter((cell) => cell.table === table);
      const verdicts = own.map(({ from, to, changed }) => {
        const other = changed(direction);
        const line = text.slice(0, from).split('\n').length;
        const whole = text.slice(0, from) + other + text.slice(to);
        const held = law.hold(path, whole);
        return {
          change: `${file}:${line}: ${text.slice(from, to)} -> ${other}`,
          refused: held === undefined,
          tables: held === false,
          examples: held !== undefined && examples.hold(path, whole) !== true,
        };
      });
      const survived = verdicts.filter(({ refused, tables, examples }) => !(refused || tables || examples));
      task.meta.law = {
        file,
        table,
        numbers: own.length,
        refused: verdicts.filter(({ refused }) => refused).length,
        tables: verdicts.filter(({ tables }) => tables).length,
        examples: verdicts.filter(({ examples }) => examples).length,
        survived: survived.length,
      };
      expect(survived.map(({ change }) => change)).toEqual([]);
    });
  });
}
