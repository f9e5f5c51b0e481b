// Every unit that a file may use, what it measures and how large it is; and what is said of a text that is none.
import { describe, expect, it } from 'vitest';
import { createUnitSystem, dimensionName, type MoneyTable, type UnitSystem } from '../../src/units/index.ts';

const money: MoneyTable = {
  reportIn: { currency: 'CNY', year: 2023 },
  deflators: [],
  rates: [{ from: 'EUR', to: 'CNY', year: 2023, factor: 8 }],
};
/** The units of a study in which money of two kinds was read already, so that a message can suggest it. */
function make(): UnitSystem {
  const system = createUnitSystem({
    money,
    declared: [
      { name: 'ha', definition: '1e4 m2', prefixes: false },
      { name: 'feed', definition: '2 EUR_2023/t', prefixes: false },
      // Its money has no way to yuan, which is said where the table or the unit's file is read.
      { name: 'lost', definition: '2 GBP_2023', prefixes: false },
    ],
  });
  for (const text of ['CNY_2023', 'EUR_nominal']) system.parse(text);
  return system;
}

describe('units', () => {
  it.each([
    ['1', 'a pure number', 1],
    ['%', 'a pure number', 0.01],
    ['g', 'Mass', 0.001],
    ['kg', 'Mass', 1],
    ['t', 'Mass', 1000],
    ['kt', 'Mass', 1e6],
    ['Tt', 'Mass', 1e15],
    ['Pt', 'Mass', 1e18],
    ['Et', 'Mass', 1e21],
    ['m', 'Length', 1],
    ['cm', 'Length', 0.01],
    ['m2', 'Area', 1],
    ['km2', 'Area', 1e6],
    ['m3', 'Volume', 1],
    ['L', 'Volume', 0.001],
    ['J', 'Energy', 1],
    ['GJ', 'Energy', 1e9],
    ['Wh', 'Energy', 3600],
    ['MWh', 'Energy', 3.6e9],
    ['W', 'Power', 1],
    ['V', 'Power / Electric current', 1],
    ['s', 'Time', 1],
    ['minute', 'Time', 60],
    ['h', 'Time', 3600],
    ['hour', 'Time', 3600],
    ['day', 'Time', 86_400],
    ['year', 'Time', 31_557_600],
    ['K', 'Temperature', 1],
    ['gCO2e', 'CO2e', 1],
    ['tCO2e', 'CO2e', 1e6],
    ['MtCO2e', 'CO2e', 1e12],
    ['gCO2', 'CO2e', 1],
    ['kgCO2', 'CO2e', 1000],
    ['tCO2', 'CO2e', 1e6],
    ['ktCO2', 'CO2e', 1e9],
    ['gce', 'Energy', 29_307.6],
    ['kgce', 'Energy', 29_307_600],
    ['tce', 'Energy', 29_307_600_000],
    ['Mtce', 'Energy', 29_307_600_000e6],
    ['piece', 'Pieces', 1],
    ['kpiece', 'Pieces', 1000],
    ['person', 'Persons', 1],
    ['site', 'Sites', 1],
    ['ha', 'Area', 10_000],
    ['feed', 'Money / Mass', 16 / 1000],
    ['CNY_2023', 'Money', 1],
    ['MCNY_2023', 'Money', 1e6],
    ['kEUR_2023', 'Money', 8000],
    ['CNY_nominal', 'nominal CNY', 1],
    ['GEUR_nominal', 'nominal EUR', 1e9],
    ['tCO2e/t', 'CO2e / Mass', 1000],
    ['  EUR_2023 / tCO2e ', 'Money / CO2e', 8e-6],
    ['EUR_2023 CNY_2023', 'Money^2', 8],
    ['1/year', '1 / Time', 1 / 31_557_600],
    ['1 / year', '1 / Time', 1 / 31_557_600],
    ['t^2', 'Mass^2', 1e6],
    ['t/t', 'a pure number', 1],
    ['EUR_nominal/CNY_2023', 'nominal EUR / Money', 1],
  ])('%j measures %s and is %d of the base unit', (text, dimension, factor) => {
    const { unit, fault } = make().parse(text);
    expect(fault).toBeUndefined();
    expect(unit?.text).toBe(text.trim());
    expect(dimensionName(unit?.dimension ?? {})).toBe(dimension);
    expect((unit?.factor ?? 0) / factor).toBeCloseTo(1, 12);
  });

  it.each([
    ['', 'a unit is missing', 'write 1 for a pure number'],
    ['3 t', '"3 t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['-t', '"-t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['+t', '"+t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['.t', '".t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['1/3 t', '"1/3 t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['2 1/t', '"2 1/t" is not a unit', 'write a unit without a number in front, for example t or 1/year'],
    ['ton', 'the unit ton is refused', 'ton is three different masses: write t (1000 kg)'],
    ['kg/tons', 'the unit tons is refused', 'tons are three different masses: write t (1000 kg)'],
    ['tonne', 'the unit tonne is refused', 'write t'],
    ['degC', 'the unit degC is refused', 'degC has an offset: write K for a difference of temperature'],
    [
      'celsius',
      'the unit celsius is refused',
      'celsius has an offset: write K for a difference of temperature',
    ],
    ['t/yr', 'the unit yr is refused', 'annual totals carry no "per year"; a duration is written year'],
    ['t/a', 'the unit a is refused', 'annual totals carry no "per year"; a duration is written year'],
    [
      't CO2',
      'the unit CO2 is refused',
      'a substance is part of the unit: write tCO2e or tCO2, without a space',
    ],
    ['t CO2e', 'the unit CO2e is refused', 'a substance is part of the unit: write tCO2e, without a space'],
    ['CNY', 'the unit CNY is refused', 'money states its price year: CNY_2023, or CNY_nominal'],
    ['RMB', 'the unit RMB is refused', 'write CNY with its price year: CNY_2023'],
    ['USD/t', 'the unit USD is refused', 'money states its price year: USD_2023, or USD_nominal'],
    ['EUR', 'the unit EUR is refused', 'money states its price year: EUR_2024, or EUR_nominal'],
    ['CNY2023', 'unknown unit CNY2023', 'did you mean CNY_2023?'],
    ['t/MEURnominal', 'unknown unit MEURnominal', 'did you mean MEUR_nominal?'],
    ['mm', 'unknown unit mm', 'm takes the prefixes k, M, G, T, P, E, c'],
    ['dt/t', 'unknown unit dt', 't takes the prefixes k, M, G, T, P, E, c'],
    ['kperson', 'unknown unit kperson', 'did you mean person?'],
    ['Msite', 'unknown unit Msite', 'did you mean site?'],
    ['kha', 'unknown unit kha', 'did you mean ha?'],
    ['pound', 'unknown unit pound', 'did you mean hour?'],
    ['mile/hour', 'unknown unit mile', 'did you mean site?'],
    ['hours', 'unknown unit hours', 'did you mean hour?'],
    ['MWHH', 'unknown unit MWHH', 'did you mean MWh?'],
    ['MWh/tco2e', 'unknown unit tco2e', 'did you mean tCO2e?'],
    ['CNY_23', 'unknown unit CNY_23', 'did you mean CNY_2023?'],
    ['ACNY_2023', 'unknown unit ACNY_2023', 'did you mean CNY_2023?'],
    ['CNY_2023a', 'unknown unit CNY_2023a', 'did you mean CNY_2023?'],
    ['EUR_nominall', 'unknown unit EUR_nominall', 'did you mean EUR_nominal?'],
    ['realmoney', 'unknown unit realmoney', undefined],
    ['furlong', 'unknown unit furlong', undefined],
    ['lost', 'unknown unit lost', undefined],
    ['t//t', '"t//t" is not a unit', 'write for example t, tCO2e/t or EUR_2024/tCO2e'],
    ['t)', '"t)" is not a unit', 'write for example t, tCO2e/t or EUR_2024/tCO2e'],
    ['CNY_2023/', '"CNY_2023/" is not a unit', 'write for example t, tCO2e/t or EUR_2024/tCO2e'],
  ])('%j is none: %s', (text, message, help) => {
    expect(make().parse(text)).toEqual({ fault: { message, help } });
  });

  it('money without a declared way is the table’s fault, and says what to add', () => {
    expect(make().parse('t/EUR_2024').fault).toEqual({
      cause: 'money',
      message: 'the money table declares no way from EUR_2024 to CNY_2023',
      help: 'add a deflator from EUR_2024 to EUR_2023 to the money table',
    });
    expect(make().parse('CNY_2023/GBP_2023').fault?.help).toBe(
      'add the exchange rate GBP to CNY of 2023 to the money table',
    );
  });

  it('without a table money of any year has a dimension, and no size', () => {
    const { unit } = createUnitSystem({}).parse('GBP_2001/t');
    expect(unit).toEqual({ text: 'GBP_2001/t', dimension: { Mass: -1, Money: 1 }, factor: 0.001 });
  });

  it('of one study are no units of another', () => {
    expect(createUnitSystem({}).parse('ha').fault?.message).toBe('unknown unit ha');
  });

  it('have dimensions in one order, whatever the order of the factors', () => {
    const texts = ['W/t', '1/(t/W)', 'J/s/t'];
    for (const text of texts)
      expect(Object.entries(make().parse(text).unit?.dimension ?? {})).toEqual([
        ['Length', 2],
        ['Time', -3],
      ]);
    expect(Object.keys(make().parse('year K tCO2e V').unit?.dimension ?? {})).toEqual([
      ...['CO2e', 'Electric current', 'Length', 'Mass', 'Temperature', 'Time'],
    ]);
  });

  it('are read once: the same text gives the same unit', () => {
    const system = make();
    expect(system.parse('tCO2e/t')).toBe(system.parse('tCO2e/t'));
  });
});

describe('a name for a new unit', () => {
  it.each([
    't',
    'kt',
    'ha',
    'feed',
    'tCO2e',
    'piece',
    'ton',
    'RMB',
    'CNY2023',
    'kEURnominal',
    'lbm',
    'inch',
  ])('%s is taken', (name) => {
    expect(make().isTaken(name)).toBe(true);
  });
  it.each([
    'tCF4',
    'acre5',
    'constructor',
    'toString',
    'CNY20234',
    'XCNY2023',
    'coil',
  ])('%s is free', (name) => {
    expect(make().isTaken(name)).toBe(false);
  });
});
