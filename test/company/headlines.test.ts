// The golden results of the board study: every headline at every horizon and every target, so that no number of the board pack moves
// without somebody reading the difference. `npm test -- -u` writes the file anew.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runBoard } from './board.ts';

const FILE = join(fileURLToPath(new URL('.', import.meta.url)), 'headlines.csv');
/** Digits that every machine gives alike, and that a reader of a difference can still take in. */
const shown = (value: number): string => String(Number(value.toPrecision(10)));

it('the headlines and targets of the board study are those that were read and approved', async () => {
  const findings = await runBoard();
  const { short, medium, long } = findings.horizons;
  const headlines = findings.headlines.flatMap(({ scenario, strategy, quantity, unit, values }) =>
    (
      [
        [short, values.short],
        [medium, values.medium],
        [long, values.long],
      ] as const
    ).map(([year, value]) => [quantity, scenario, strategy, year, unit, shown(value)].join(',')),
  );
  const targets = findings.targets.map(({ name, scenario, strategy, year, unit, value, met }) =>
    [`target ${name}`, scenario, strategy, year, unit, shown(value), met ? 'met' : 'missed'].join(','),
  );
  expect(headlines.length).toBeGreaterThan(300);
  const head = 'quantity,scenario,strategy,year,unit,value';
  await expect(`${[head, ...headlines, ...targets].join('\n')}\n`).toMatchFileSnapshot(FILE);
});
