// How the text of a data file becomes a table, and what is not read as one.

import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/resolve/csv.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const { header, rows, fault } = parseCsv(text);
  expect(fault).toBeUndefined();
  return [header, ...rows.map(({ cells }) => cells)];
};

describe('a CSV text', () => {
  it('keeps commas, quotes and line ends inside quoted cells', () => {
    expect(cellsOf('a,b\n"1,2","say ""no""\nthen yes"\n')).toEqual([
      ['a', 'b'],
      ['1,2', 'say "no"\nthen yes'],
    ]);
  });

  it('has a last line with or without its end, and blank lines that say nothing', () => {
    const table = [
      ['a', 'b'],
      ['1', ''],
      ['', '2'],
    ];
    expect(cellsOf('a,b\n1,\n,2')).toEqual(table);
    expect(cellsOf('a,b\n\n1,\n,2\n\n')).toEqual(table);
  });

  it('knows the place of every row', () => {
    const text = 'a,b\n"1\n1",2\n3,4\n';
    expect(parseCsv(text).rows.map(({ from, to }) => text.slice(from, to))).toEqual(['"1\n1",2', '3,4']);
  });

  it.each([
    ['a,b\n1,"2', 'never closed'],
    ['a,b\n1,2"', 'stands in quotes as a whole'],
    ['a,b\n1, "2"', 'stands in quotes as a whole'],
    ['a,b\n1,"2"3', 'stands in quotes as a whole'],
    ['a,b\n1', '1 cells, where the header has 2'],
  ])('refuses %j at its line', (text, message) => {
    const { fault } = parseCsv(text);
    expect(fault?.message).toContain(message);
    expect(text.slice(0, fault?.from).split('\n').length).toBe(2);
  });
});
