// Prints, table by table, how many numbers were changed and who found it out.

import Table from 'cli-table3';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './mutants.ts';

/** Without lines between rows. */
const BARE = {
  ...Object.fromEntries(['top', 'bottom', 'left', 'right'].map((side) => [side, ''])),
  ...Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
      ['-mid', '-left', '-right'].map((corner) => [`${side}${corner}`, '']),
    ),
  ),
  mid: '',
  middle: '  ',
};

function sum(tallies: readonly Tally[], file: string, table: string): Tally & { readonly changes: number } {
  const of = (key: 'numbers' | 'refused' | 'tables' | 'examples' | 'survived'): number =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    file,
    table,
    // Each number is changed in two ways, each of which counts it.
    numbers: of('numbers') / 2,
    changes: of('numbers'),
    refused: of('refused'),
    tables: of('tables'),
    examples: of('examples'),
    survived: of('survived'),
  };
}

export default class LawReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    for (const { message } of test.result().errors ?? []) console.log(`${test.fullName}\n${message}`);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tallies = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().law ?? []),
    );
    const rows = [...new Set(tallies.map(({ file, table }) => `${file} ${table}`))].map((key) => {
      const own = tallies.filter(({ file, table }) => `${file} ${table}` === key);
      return sum(own, own[0]?.file ?? '', own[0]?.table ?? '');
    });
    const printed = new Table({
      head: ['table', 'numbers', 'changes', 'refused', 'not the law', 'another result', 'survived'],
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
      chars: BARE,
      colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    });
    for (const row of [...rows, sum(tallies, '', 'all')])
      printed.push([
        [row.file.replace('reference/', ''), row.table].filter((text) => text !== '').join(' '),
        row.numbers,
        row.changes,
        row.refused,
        row.tables,
        row.examples,
        row.survived,
      ]);
    console.log(printed.toString());
    for (const { message } of modules.flatMap((module) => module.errors())) console.log(message);
  }
}
