// Tables on a terminal: aligned in Chinese, within 100 columns, names kept whole as long as that is possible.

import { describe, expect, it } from 'vitest';
import { table, wrap } from '../../src/cli/tables.ts';
import { columns } from '../../src/diagnostics/index.ts';

const same = (text: string): string => text;
const rowsOf = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => ({ text })));

describe('table', () => {
  it('aligns Chinese, and numbers to the right', () => {
    const rows = rowsOf(['碳价', '7,575', 'a'], ['Ingot', '-0.5', '1'], ['none', '–', '']);
    expect(table(['名称', '2030', 'mixed'], rows, same).split('\n')).toEqual([
      '名称    2030  mixed',
      '碳价   7,575  a',
      'Ingot   -0.5  1',
      'none       –',
    ]);
  });

  it('breaks texts before names, and names only if there is no other way', () => {
    const name = 'a_name_of_many_words_that_should_stay_whole';
    const text = 'what it is, '.repeat(12);
    const whole = table(['name', 'about'], rowsOf([name, text]), same).split('\n');
    expect(whole[1]).toContain(`${name}  what it is, what`);
    const broken = table(['name', 'about'], rowsOf([name.repeat(3), '多年路径'.repeat(20)]), same).split(
      '\n',
    );
    for (const line of [...whole, ...broken]) expect(columns(line)).toBeLessThanOrEqual(100);
    expect(broken.length).toBeGreaterThan(2);
  });

  it('paints cells without moving them', () => {
    const paint = (text: string): string => `\u001b[32m${text}\u001b[39m`;
    const painted = table(['a', 'b'], [[{ text: 'x', paint }, { text: 'y' }]], same);
    expect(painted.split('\n')[1]).toBe(`${paint('x')}  y`);
  });

  it('shows an empty table as its head', () => {
    expect(table(['a', 'b'], [], same)).toBe('a  b');
  });
});

describe('wrap', () => {
  it('breaks at spaces, inside words only where they do not fit', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('多年路径 x', 4)).toEqual(['多年', '路径', 'x']);
    expect(wrap('', 4)).toEqual(['']);
  });
});
