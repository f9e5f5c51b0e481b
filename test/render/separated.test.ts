// Numbers with all their digits: as the library of languages writes them, which a page of numbers need not wait for.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { separated } from '../../src/render/charts/numbers.ts';
import { significant } from '../../src/units/index.ts';

const slow = (value: number): string =>
  significant(value, 12).toLocaleString('en', { maximumFractionDigits: 12 });

it('writes every number as the library of languages does', () => {
  const same = (value: number): void => {
    expect(separated(value)).toBe(slow(value));
  };
  fc.assert(fc.property(fc.double(), same));
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 12 }), (whole, places) => same(whole / 10 ** places)),
  );
});

it.each([
  [0, '0'],
  [-0, '0'],
  [999, '999'],
  [-1234.5, '-1,234.5'],
  [1_234_567.125, '1,234,567.125'],
  [0.1 + 0.2, '0.3'],
  [1.5e-9, '0.0000000015'],
  [1e21, '1,000,000,000,000,000,000,000'],
])('%f -> %s', (value, text) => expect(separated(value)).toBe(text));
