// Money by hand: what a declared table makes of an amount, and what it says where it declares no way.
import { describe, expect, it } from 'vitest';
import {
  deflate,
  inReportingMoney,
  lackingFor,
  type MoneyTable,
  type Price,
  parsePrice,
  spellPrice,
} from '../../src/units/index.ts';

/** A price year as files write it, read without the reader that is under test. */
const read = (text: string): Price => ({ currency: text.slice(0, 3), year: Number(text.slice(4)) });

const table: MoneyTable = {
  reportIn: read('CNY_2023'),
  deflators: [
    { from: read('USD_2020'), to: read('USD_2023'), factor: 1.25 },
    { from: read('EUR_2023'), to: read('EUR_2024'), factor: 1.024 },
    { from: read('EUR_2020'), to: read('EUR_2023'), factor: 1.2 },
    { from: read('CNY_2020'), to: read('CNY_2023'), factor: 1.1 },
    { from: read('CNY_2023'), to: read('CNY_2025'), factor: 0.5 },
  ],
  rates: [
    { from: 'EUR', to: 'CNY', year: 2022, factor: 7 },
    { from: 'USD', to: 'EUR', year: 2023, factor: 0.9 },
    { from: 'EUR', to: 'CNY', year: 2023, factor: 7.66 },
    { from: 'CNY', to: 'USD', year: 2023, factor: 0.125 },
  ],
};

describe('a price year', () => {
  it.each([
    ['EUR_2024', { currency: 'EUR', year: 2024 }],
    ['CNY_1999', { currency: 'CNY', year: 1999 }],
  ])('%s is read and spelt', (text, price) => {
    expect(parsePrice(text)).toEqual(price);
    expect(spellPrice(price)).toBe(text);
  });

  it.each([
    'EUR',
    'EUR_nominal',
    'eur_2024',
    'EURO_2024',
    'AEUR_2024',
    'EU_2024',
    'EUR2024',
    'EUR_24',
    'EUR_20245',
    'EUR_2024/t',
    'MEUR_2024',
    '',
  ])('%j is none', (text) => {
    expect(parsePrice(text)).toBeUndefined();
  });
});

describe('a deflator', () => {
  it.each([
    ['EUR_2023', 2023, 1],
    ['EUR_2023', 2024, 1.024],
    ['EUR_2024', 2023, 1 / 1.024],
    ['EUR_2020', 2024, 1.2 * 1.024],
    ['EUR_2024', 2020, (1 / 1.024) * (1 / 1.2)],
    ['CNY_2020', 2025, 1.1 * 0.5],
    ['CNY_2025', 2020, 2 * (1 / 1.1)],
    ['GBP_2020', 2020, 1],
  ])('leads from %s to %i', (from, year, factor) => {
    expect(deflate(read(from), year, table.deflators)).toBeCloseTo(factor, 12);
  });

  it.each([
    ['EUR_2020', 2025],
    ['GBP_2020', 2023],
    ['USD_2020', 2024],
    ['USD_2024', 2020],
  ])('leads not from %s to %i', (from, year) => {
    expect(deflate(read(from), year, table.deflators)).toBeUndefined();
  });
});

describe('money of the report', () => {
  it.each([
    // Its own currency is deflated and not exchanged.
    ['CNY_2023', 1],
    ['CNY_2020', 1.1],
    ['CNY_2025', 2],
    // Deflated in euros first, then exchanged at the rate of the report's price year.
    ['EUR_2023', 7.66],
    ['EUR_2020', 1.2 * 7.66],
    ['EUR_2024', 7.66 / 1.024],
    // The rate is declared the other way round: 0.125 USD for a yuan.
    ['USD_2023', 8],
    ['USD_2020', 1.25 * 8],
  ])('one %s is %d yuan of 2023', (price, yuan) => {
    expect(inReportingMoney(read(price), table)).toBeCloseTo(yuan, 12);
  });

  it.each([
    ['USD_2024', 'a deflator from USD_2024 to USD_2023'],
    ['CNY_2021', 'a deflator from CNY_2021 to CNY_2023'],
    ['GBP_2020', 'a deflator from GBP_2020 to GBP_2023'],
    ['GBP_2023', 'the exchange rate GBP to CNY of 2023'],
  ])('of %s there is none, for want of %2$s', (price, lacking) => {
    expect(inReportingMoney(read(price), table)).toBeUndefined();
    expect(lackingFor(read(price), table)).toBe(lacking);
  });

  it('comes by no rate of another year', () => {
    const early = { ...table, reportIn: read('CNY_2020') };
    expect(inReportingMoney(read('EUR_2020'), early)).toBeUndefined();
    expect(lackingFor(read('EUR_2020'), early)).toBe('the exchange rate EUR to CNY of 2020');
    expect(inReportingMoney(read('EUR_2022'), { ...table, reportIn: read('CNY_2022') })).toBe(7);
  });
});
