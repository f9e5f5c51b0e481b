// How units that formulas make are written, as messages show them, and what two of them have in common.
import { describe, expect, it } from 'vitest';
import {
  createUnitSystem,
  dimensionName,
  divide,
  isPure,
  multiply,
  ONE,
  power,
  sameDimension,
  sideBySide,
  UNKNOWN,
  type Unit,
} from '../../src/units/index.ts';

const read = (text: string): Unit => {
  const { unit, fault } = createUnitSystem({}).parse(text);
  if (unit === undefined) throw new Error(`${text}: ${fault.message}`);
  return unit;
};

describe('a product', () => {
  it.each([
    ['t', 'MWh', 't MWh'],
    ['1', 't', 't'],
    ['t', '1', 't'],
    ['1/year', 't', 't/year'],
    ['t', '1/year', 't/year'],
    ['1/year', '1/t', '1/(year t)'],
    ['1/(year t)', '1/h', '1/(year t h)'],
    ['t', '1/(year h)', 't/(year h)'],
    ['1/(year h)', 't', 't/(year h)'],
    ['t/MWh', 'h', 't/MWh h'],
    ['1/year t', 'K', '1/year t K'],
  ])('of %s and %s is written %s', (left, right, text) => {
    expect(multiply(read(left), read(right)).text).toBe(text);
  });

  it('has the dimensions and the size of both', () => {
    expect(multiply(read('t/year'), read('kg^2 year K'))).toEqual({
      text: 't/year kg^2 year K',
      dimension: { Mass: 3, Temperature: 1 },
      factor: 1000,
    });
  });
});

describe('a quotient', () => {
  it.each([
    ['t', '1', 't'],
    ['t', 'MWh', 't/MWh'],
    ['t', 't MWh', 't/(t MWh)'],
    ['t', 'm/s', 't/(m/s)'],
    ['1', 't', '1/t'],
    ['t', '1/year', 't year'],
    ['1', '1/year', 'year'],
    ['1/h', 't', '1/(h t)'],
    ['1/(h K)', 't', '1/(h K t)'],
    ['t', '1/(h K)', 't h K'],
    ['1/h (t K)', 's', '1/h (t K)/s'],
    ['1/(h K) (t)', 's', '1/(h K) (t)/s'],
    ['1/h/K', 's', '1/h/K/s'],
  ])('of %s and %s is written %s', (left, right, text) => {
    expect(divide(read(left), read(right)).text).toBe(text);
  });

  it('takes the dimensions and the size of what it is divided by', () => {
    expect(divide(read('t^2'), read('t kWh'))).toEqual({
      text: 't^2/(t kWh)',
      dimension: { Length: -2, Time: 2 },
      factor: 1 / 3600,
    });
    expect(Object.keys(divide(read('K'), read('t h')).dimension)).toEqual(['Mass', 'Temperature', 'Time']);
  });
});

describe('a power', () => {
  it.each([
    ['t', 2, 't^2'],
    ['t', 1, 't'],
    ['t', -1, 't^-1'],
    ['t/MWh', 2, 't^2/MWh^2'],
    ['t^2', 0.5, 't'],
    ['t^1.5 MWh', 2, 't^3 MWh^2'],
    ['t^-2/CNY_2023', 3, 't^-6/CNY_2023^3'],
    ['m2', 0.5, 'm2^0.5'],
    ['t^12', 0.5, 't^6'],
    ['t^0.25 MWh', 4, 't MWh^4'],
  ])('of %s with exponent %d is written %s', (text, exponent, expected) => {
    expect(power(read(text), exponent).text).toBe(expected);
  });

  it('has every dimension so many times', () => {
    expect(power(read('t/h'), 2)).toMatchObject({ dimension: { Mass: 2, Time: -2 } });
    expect(power(read('t'), 3).factor).toBe(1e9);
    expect(power(read('t'), 0)).toBe(ONE);
  });
});

describe('two units', () => {
  it('add if they measure the same thing, whatever their size', () => {
    expect(sameDimension(read('t'), read('kg'))).toBe(true);
    expect(sameDimension(read('MWh'), read('tce'))).toBe(true);
    expect(sameDimension(read('t'), read('tCO2e'))).toBe(false);
    expect(sameDimension(read('t'), ONE)).toBe(false);
    expect(sameDimension(ONE, read('%'))).toBe(true);
  });

  it('of which one could not be read are not held against each other', () => {
    expect(sameDimension(UNKNOWN, read('t'))).toBe(true);
    expect(sameDimension(read('t'), UNKNOWN)).toBe(true);
    expect(UNKNOWN.text).toBe('an unknown unit');
  });

  it('a pure number is one without a dimension', () => {
    expect([ONE, read('%'), read('t/kg')].map(isPure)).toEqual([true, true, true]);
    expect(isPure(read('t'))).toBe(false);
    expect(ONE).toEqual({ text: '1', dimension: {}, factor: 1 });
  });
});

describe('a dimension in words', () => {
  it.each([
    ['1', 'a pure number'],
    ['t', 'Mass'],
    ['t^2', 'Mass^2'],
    ['1/t^2', '1 / Mass^2'],
    ['t h', 'Mass x Time'],
    ['K/t^2', 'Temperature / Mass^2'],
    ['MWh', 'Energy'],
    ['1/MWh', '1 / Energy'],
    ['W', 'Power'],
    ['1/W', '1 / Power'],
    ['MWh/t', 'Energy / Mass'],
    ['t/MWh', 'Mass / Energy'],
    ['MWh/m3', 'Energy / Volume'],
    ['m3/MWh', 'Volume / Energy'],
    ['m3', 'Volume'],
    ['t/m3', 'Mass / Volume'],
    ['m2', 'Area'],
    ['t/m2', 'Mass / Area'],
    ['CNY_2023/tCO2e', 'Money / CO2e'],
    ['CNY_2023/MWh', 'Money / Energy'],
    ['MWh/CNY_2023', 'Energy / Money'],
    ['m/s', 'Length / Time'],
    ['CNY_2023/(t year)', 'Money / (Mass x Time)'],
    ['CNY_2023 t/MWh', 'Mass x Money / Energy'],
  ])('%s measures %s', (text, name) => {
    expect(dimensionName(read(text).dimension)).toBe(name);
  });

  it('units under each other are aligned', () => {
    expect(sideBySide(['left', read('CNY_2023/tCO2e')], ['right side', read('t')], ['in', ONE])).toEqual([
      'left         Money / CO2e    [CNY_2023/tCO2e]',
      'right side   Mass            [t]',
      'in           a pure number   [1]',
    ]);
  });
});
