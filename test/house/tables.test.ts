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
  it('keeps Chinese numbers with what they count, marks off the start of a line, and the end of a clause together', () => {
    expect(wrap('✗ 23%，2028 年', 10)).toEqual(['✗ 23%，', '2028 年']);
    expect(wrap('✗ 48.92%，从未', 13)).toEqual(['✗ 48.92%，', '从未']);
    expect(wrap('≤ 5.39 千克 CO₂e/千克，未披露', 14)).toEqual(['≤ 5.39 千克', 'CO₂e/千克，', '未披露']);
    expect(wrap('0.14 · 0.16 · 2.85', 11)).toEqual(['0.14 ·', '0.16 · 2.85']);
    expect(wrap('范围（甲、乙）', 6)).toEqual(['范围', '（甲、', '乙）']);
    expect(wrap('met in 50 % of draws', 9)).toEqual(['met in', '50 % of', 'draws']);
  });
});
