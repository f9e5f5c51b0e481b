// Where lines break: never before a mark that closes, never behind one that opens, and no word for the sake of balance.

import { describe, expect, it } from 'vitest';
import { balanced, textWidth, wrap } from '../../src/render/charts/text.ts';

const CHINESE = '2050 年各产品CBAM证书成本最高为 299 百万元（2050年净零排放）；其中铝合金型材最大，为 133';

describe('lines', () => {
  it.each(
    Array.from({ length: 60 }, (_, index) => 150 + index * 10),
  )('keep marks where they belong at %i pixels', (most) => {
    for (const line of wrap(CHINESE, most, 20, true, 20)) {
      expect(line).not.toMatch(/[（“]$/);
      expect(line).not.toMatch(/^[），；。]/);
      expect(textWidth(line, 20, true)).toBeLessThanOrEqual(most);
    }
  });
  it('keep a number and its unit together', () => {
    const text = '2030年铝锭碳足迹降到 5.39 千克/千克，转型成本最高为 6.71 亿元（2050年净零排放）';
    for (let most = 110; most < 500; most += 10)
      for (const line of wrap(text, most, 20, true, 20)) {
        expect(line).not.toMatch(/^[年克元]/);
        expect(line).not.toMatch(/[0-9千亿/]$/);
      }
  });
  it('end Chinese lines where the sentence takes a breath, if that leaves them about alike', () => {
    const text = '2050 年既定承诺方案的成本最低，无行动方案的成本最高';
    expect(balanced(text, 330, 20, true)[0]).toMatch(/，$/);
    for (let most = 330; most < 500; most += 10)
      for (const line of balanced(text, most, 20, true, 3).slice(0, -1)) expect(line).toMatch(/，$/);
  });
  it('leave a word whole that fits into a line', () => {
    for (const most of [90, 100, 120])
      expect(balanced('Fragmented World', most, 15, true, 3).join(' ')).toBe('Fragmented World');
  });
  it('may differ in their room: the last one leaves some', () => {
    const lines = wrap(
      'one two three four five six seven eight',
      (line) => (line === 1 ? 60 : 200),
      14,
      false,
      2,
    );
    expect(lines).toHaveLength(2);
    expect(textWidth(lines[1] ?? '', 14)).toBeLessThanOrEqual(60);
  });
});
