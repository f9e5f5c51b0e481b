// What holds for every unit and every amount of money, whatever a modeller writes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createUnitSystem,
  divide,
  inReportingMoney,
  isPure,
  type MoneyTable,
  multiply,
  ONE,
  parseAmount,
  power,
  printAmount,
  sameDimension,
  spellPrice,
  type Unit,
} from '../../src/units/index.ts';

const NAMES = ['1', '%', 't', 'kg', 'kt', 'MWh', 'GJ', 'W', 'm3', 'year', 'K', 'piece', 'person', 'site'];
const SUBSTANCES = ['tCO2e', 'kgCO2', 'MtCO2e', 'tce', 'CNY_2023', 'MCNY_2023', 'EUR_2024', 'CNY_nominal'];

const money: MoneyTable = {
  reportIn: { currency: 'CNY', year: 2023 },
  deflators: [{ from: { currency: 'EUR', year: 2023 }, to: { currency: 'EUR', year: 2024 }, factor: 1.03 }],
  rates: [{ from: 'EUR', to: 'CNY', year: 2023, factor: 7.66 }],
};
const system = createUnitSystem({ money });

function read(text: string): Unit {
  const { unit, fault } = system.parse(text);
  if (unit === undefined) throw new Error(`${text}: ${fault.message}`);
  return unit;
}

const simple = fc.constantFrom(...NAMES, ...SUBSTANCES).map(read);
/** Units as formulas make them: products, quotients and powers of those that files write. */
const { unit: anyUnit } = fc.letrec<{ unit: Unit }>((tie) => ({
  unit: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    simple,
    fc.tuple(tie('unit'), tie('unit')).map(([left, right]) => multiply(left, right)),
    fc.tuple(tie('unit'), tie('unit')).map(([left, right]) => divide(left, right)),
    fc.tuple(tie('unit'), fc.integer({ min: -2, max: 2 })).map(([unit, exponent]) => power(unit, exponent)),
  ),
}));

const close = (left: number, right: number): void =>
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(left), Math.abs(right)));

function expectSame(left: Unit, right: Unit): void {
  expect(left.dimension).toEqual(right.dimension);
  close(left.factor, right.factor);
}

describe('units', () => {
  it('dividing by a unit undoes multiplying with it', () => {
    fc.assert(fc.property(anyUnit, anyUnit, (a, b) => expectSame(divide(multiply(a, b), b), a)));
  });

  it('the order of factors does not matter', () => {
    fc.assert(fc.property(anyUnit, anyUnit, (a, b) => expectSame(multiply(a, b), multiply(b, a))));
    fc.assert(
      fc.property(anyUnit, anyUnit, anyUnit, (a, b, c) =>
        expectSame(multiply(multiply(a, b), c), multiply(a, multiply(b, c))),
      ),
    );
  });

  it('a pure number changes no unit', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(multiply(unit, ONE)).toEqual(unit);
        expect(divide(unit, ONE)).toEqual(unit);
        expect(isPure(divide(unit, unit))).toBe(true);
      }),
    );
  });

  it('a power is the product that it abbreviates', () => {
    fc.assert(
      fc.property(anyUnit, fc.integer({ min: 0, max: 4 }), (unit, exponent) => {
        const product = Array.from({ length: exponent }, () => unit).reduce(multiply, ONE);
        expectSame(power(unit, exponent), product);
        expectSame(power(unit, -exponent), divide(ONE, product));
        expectSame(power(power(unit, 2), 0.5), unit);
      }),
    );
  });

  it('the text of a composed unit, shown in messages, reads as that unit', () => {
    // A percentage stands in values only, it is no part of a unit.
    const whole = anyUnit.filter(({ text }) => !text.includes('%'));
    fc.assert(fc.property(whole, (unit) => expectSame(read(unit.text), unit)));
  });

  it('two units add if and only if their quotient is a pure number', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        expect(sameDimension(a, b)).toBe(isPure(divide(a, b)));
      }),
    );
  });

  it('any text is a unit or is refused in words, never more', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'tkgMCO2e_/*^()1 .%') })),
        (text) => {
          const { unit, fault } = system.parse(text);
          if (unit === undefined) expect(fault.message).not.toBe('');
          else expect(Number.isFinite(unit.factor)).toBe(true);
        },
      ),
    );
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(system.parse(name).fault?.message).toMatch(/^unknown unit/);
  });
});

describe('amounts', () => {
  it('an amount that is printed is read as the same amount', () => {
    // -0 is printed as 0: no reader of a file means anything else by it.
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(number, simple, (value, unit) => {
        const amount = { number: value, unit: unit.text };
        expect(parseAmount(printAmount(amount))).toEqual(amount);
      }),
    );
  });

  it('no digit of what is written is ever dropped: a number is read whole or not at all', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 ,.'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(digits, fc.constantFrom('t', 'tCO2e/t', 'CNY_2023'), (number, unit) => {
        const amount = parseAmount(`${number} ${unit}`);
        if (amount === undefined || system.parse(amount.unit).unit === undefined) return;
        expect(amount).toEqual({ number: Number(number), unit });
      }),
      { numRuns: 1000 },
    );
  });

  it('any text is an amount with a finite number or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const amount = parseAmount(text);
        if (amount !== undefined) expect(Number.isFinite(amount.number)).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
  const chain = fc.array(factor, { minLength: 1, maxLength: 8 });
  const euro = (year: number) => ({ currency: 'EUR', year });
  /** Deflators from year to year from 2010 on, some of them stated backwards. */
  const tableOf = (factors: readonly number[], reportIn: MoneyTable['reportIn']): MoneyTable => ({
    reportIn,
    deflators: factors.map((each, index) =>
      index % 2 === 0
        ? { from: euro(2010 + index), to: euro(2011 + index), factor: each }
        : { from: euro(2011 + index), to: euro(2010 + index), factor: 1 / each },
    ),
    rates: [{ from: 'EUR', to: 'CNY', year: 2010, factor: 8 }],
  });

  it('a chain of deflators is their product, whichever way each is stated', () => {
    fc.assert(
      fc.property(chain, (factors) => {
        const table = tableOf(factors, euro(2010 + factors.length));
        const product = factors.reduce((left, right) => left * right, 1);
        close(inReportingMoney(euro(2010), table) ?? Number.NaN, product);
      }),
    );
  });

  it('money converted there and back is the same money', () => {
    fc.assert(
      fc.property(chain, (factors) => {
        const [early, late] = [euro(2010), euro(2010 + factors.length)];
        const there = inReportingMoney(early, tableOf(factors, late)) ?? Number.NaN;
        const back = inReportingMoney(late, tableOf(factors, early)) ?? Number.NaN;
        close(there * back, 1);
        const yuan = { currency: 'CNY', year: 2010 };
        const bought = inReportingMoney(early, tableOf(factors, yuan)) ?? Number.NaN;
        close(bought * (inReportingMoney(yuan, tableOf(factors, early)) ?? Number.NaN), 1);
      }),
    );
  });

  it('money that no declared way leads to has no value, and the message says what is missing', () => {
    fc.assert(
      fc.property(chain, fc.nat(7), (factors, gap) => {
        const whole = tableOf(factors, euro(2010 + factors.length));
        const missing = gap % factors.length;
        const table = { ...whole, deflators: whole.deflators.filter((_, index) => index !== missing) };
        expect(inReportingMoney(euro(2010), table)).toBeUndefined();
        expect(inReportingMoney({ currency: 'USD', year: 2010 }, whole)).toBeUndefined();
        const { fault } = createUnitSystem({ money: table }).parse('EUR_2010/t');
        expect(fault?.message).toContain(`no way from EUR_2010 to ${spellPrice(table.reportIn)}`);
        expect(fault?.help).toMatch(/^add a deflator from EUR_2010/);
      }),
    );
  });
});
