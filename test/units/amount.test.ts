// How a value is written in a file, and what is said of one that cannot be read.
import { describe, expect, it } from 'vitest';
import { explainAmount, parseAmount, printAmount, showAmount } from '../../src/units/index.ts';

describe('an amount', () => {
  it.each([
    ['2', 2, '1'],
    ['-2.5', -2.5, '1'],
    ['+2', 2, '1'],
    ['2.', 2, '1'],
    ['.5', 0.5, '1'],
    ['.25 t', 0.25, 't'],
    ['12.25 t', 12.25, 't'],
    ['1e3 t', 1000, 't'],
    ['1.5E-3 t', 0.0015, 't'],
    ['2e+12 t', 2e12, 't'],
    ['50 %', 50, '%'],
    ['50%', 50, '%'],
    ['50  %', 50, '%'],
    ['  1.423   tCO2e/t ', 1.423, 'tCO2e/t'],
    ['3 1/year', 3, '1/year'],
    ['3 1 /year', 3, '1 /year'],
    ['3 1  / year', 3, '1  / year'],
    ['80 EUR_2024/tCO2e', 80, 'EUR_2024/tCO2e'],
    ['1.7e308 t', 1.7e308, 't'],
  ])('%j is read', (text, number, unit) => {
    expect(parseAmount(text)).toEqual({ number, unit });
  });

  it.each([
    ['', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['soon', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['t 5', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['5 000', 'write 5000, without separators between thousands'],
    ['5,000 t', 'write 5000 t, without separators between thousands'],
    [" -12'345'678.9 t/year ", 'write -12345678.9 t/year, without separators between thousands'],
    ['+1,234,567', 'write +1234567, without separators between thousands'],
    ['123,456', 'write 123456, without separators between thousands'],
    ['1,234,567.25 t', 'write 1234567.25 t, without separators between thousands'],
    ['1,5 t', 'write 1.5 t, with a decimal point'],
    ['  1,5  ', 'write 1.5, with a decimal point'],
    ['1,25,5', 'write 1.25,5, with a decimal point'],
    ['-12,25', 'write -12.25, with a decimal point'],
    ['1234,500', 'write 1234.500, with a decimal point'],
    ['1,2345 t', 'write 1.2345 t, with a decimal point'],
    ['5t', 'write 5 t, with a space'],
    [' -0.5MWh/t ', 'write -0.5 MWh/t, with a space'],
    ['12.75tCO2e', 'write 12.75 tCO2e, with a space'],
    ['x5t', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['5/t', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['x1,5', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['x5,000', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['1.2.3', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['5 3', 'write for example 1.5, 50 % or 1.423 tCO2e/t'],
    ['1e400', 'it is too large to compute with'],
    [' -1e400 t ', 'it is too large to compute with'],
  ])('%j is none: %s', (text, help) => {
    expect(parseAmount(text)).toBeUndefined();
    expect(explainAmount(text)).toBe(help);
  });

  it('is printed with its unit, a pure number without one', () => {
    expect(printAmount({ number: 1.5, unit: 't' })).toBe('1.5 t');
    expect(printAmount({ number: 50, unit: '%' })).toBe('50 %');
    expect(printAmount({ number: 3, unit: '1' })).toBe('3');
  });

  it('is shown in the unit of people, to six digits', () => {
    const tonne = { text: 't', dimension: { Mass: 1 }, factor: 1000 };
    expect(showAmount(1_234_567.89, tonne)).toBe('1234.57 t');
    expect(showAmount(1_234_567.89, tonne, 3)).toBe('1230 t');
    expect(showAmount(2, { text: '1', dimension: {}, factor: 1 })).toBe('2');
  });
});
