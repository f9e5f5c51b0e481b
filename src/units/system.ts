// The unit system: turns a unit's text into dimensions and size. mathjs parses and multiplies; this file translates names and says no.
import { didYouMean } from '../diagnostics/index.ts';
import { createMathjsUnits } from './mathjs.ts';
import { inReportingMoney, lackingFor, type MoneyTable, spellPrice } from './money.ts';
import {
  admitted,
  type DeclaredUnit,
  definitions,
  dimensionTitles,
  prefixes,
  refused,
  type UnitDefinition,
} from './prelude.ts';
import { ONE, type Unit } from './unit.ts';

interface UnitFault {
  /** `money` where the unit is well written and the money table is at fault. */
  readonly cause?: 'money';
  readonly message: string;
  readonly help?: string | undefined;
}

type UnitReading =
  | { readonly unit: Unit; readonly fault?: never }
  | { readonly unit?: never; readonly fault: UnitFault };

export interface UnitSystem {
  readonly parse: (text: string) => UnitReading;
  /** True for a name that means something already, here or inside mathjs, so that no new unit can have it. */
  readonly isTaken: (name: string) => boolean;
}

interface UnitSystemOptions {
  /** Without a table (a model checked on its own) money has a dimension but no size. */
  readonly money?: MoneyTable | undefined;
  /** Further units that reference files declare, in terms of known ones. */
  readonly declared?: readonly DeclaredUnit[];
}

const MONEY = /(?<![A-Za-z0-9_])([kMGT]?)([A-Z]{3})_(\d{4}|nominal)(?![A-Za-z0-9_])/g;
const NAME = /[A-Za-z][A-Za-z0-9_]*/g;
/** How {@link MONEY} is spelt to mathjs, which allows no underscore in a name; in a file it would be a typing error. */
const SPELT_MONEY = /^([kMGT]?)([A-Z]{3})(\d{4}|nominal)$/;
const REAL_MONEY = 'realmoney';

/** Makes the units of one study: the prelude, its declared units and its money table. */
export function createUnitSystem({ money, declared = [] }: UnitSystemOptions): UnitSystem {
  const math = createMathjsUnits();
  const own = new Set<string>();
  const define = ({ name, definition, prefixes: prefixed }: UnitDefinition): void => {
    math.createUnit(name, { definition, prefixes: prefixed ? 'short' : undefined });
    own.add(name);
  };
  // Not one of our own: no file may name it.
  math.createUnit(REAL_MONEY, {});
  for (const definition of definitions) define(definition);

  /** EUR_2024 is EUR2024 to mathjs, made when a text first names it. */
  const defineMoney = (currency: string, year: string): UnitFault | undefined => {
    const name = currency + year;
    if (own.has(name)) return undefined;
    if (year === 'nominal') {
      define({ name, prefixes: true });
      return undefined;
    }
    const price = { currency, year: Number(year) };
    const factor = money === undefined ? 1 : inReportingMoney(price, money);
    if (money !== undefined && factor === undefined)
      return {
        cause: 'money',
        message: `the money table declares no way from ${spellPrice(price)} to ${spellPrice(money.reportIn)}`,
        help: `add ${lackingFor(price, money)} to the money table`,
      };
    define({ name, definition: `${factor} ${REAL_MONEY}`, prefixes: true });
    return undefined;
  };

  /** Names that may be meant: plain, and with the prefix that stands there, since who writes MWHH means MWh and not Wh. */
  const known = (written: string): string[] =>
    [...admitted, ...own]
      .flatMap((name) => (prefixes.has(written.charAt(0)) ? [name, written.charAt(0) + name] : [name]))
      .filter((name) => math.isUnitName(name))
      .map((name) => name.replace(SPELT_MONEY, '$1$2_$3'));

  /** The text as mathjs reads it, once the money in it is made. */
  const translate = (text: string): string | UnitFault => {
    const faults = new Set<UnitFault | undefined>();
    const spelt = text.replace(MONEY, (_, prefix: string, currency: string, year: string) => {
      faults.add(defineMoney(currency, year));
      return prefix + currency + year;
    });
    return [...faults].find((fault) => fault !== undefined) ?? spelt;
  };

  for (const unit of declared) {
    const definition = translate(unit.definition);
    if (typeof definition === 'string') define({ ...unit, definition });
  }

  const read = (written: string): UnitReading => {
    const text = written.trim();
    if (text === '1') return { unit: ONE };
    if (text === '%') return { unit: { text: '%', dimension: {}, factor: 0.01 } };
    // mathjs would drop a number in front: 3 000 t is not 3 of a unit called "000 t".
    if (/^[\d.+-]/.test(text.replace(/^1\s*\//, '')))
      return {
        fault: {
          message: `${JSON.stringify(text)} is not a unit`,
          help: 'write a unit without a number in front, for example t or 1/year',
        },
      };
    if (text === '') return { fault: { message: 'a unit is missing', help: 'write 1 for a pure number' } };
    for (const [name] of text.matchAll(NAME)) {
      if (SPELT_MONEY.test(name))
        return {
          fault: {
            message: `unknown unit ${name}`,
            help: `did you mean ${name.replace(SPELT_MONEY, '$1$2_$3')}?`,
          },
        };
      const help = Object.hasOwn(refused, name) ? refused[name] : undefined;
      if (help !== undefined) return { fault: { message: `the unit ${name} is refused`, help } };
    }
    const translated = translate(text);
    if (typeof translated !== 'string') return { fault: translated };
    try {
      const unit = math.unit(1, translated);
      for (const { unit: part, prefix } of unit.units) {
        const name = prefix.name + part.name;
        if (!admitted.has(part.name) && !own.has(part.name)) {
          return { fault: { message: `unknown unit ${name}`, help: didYouMean(name, known(name)) } };
        }
        if (!prefixes.has(prefix.name))
          return {
            fault: {
              message: `unknown unit ${name}`,
              help: `${part.name} takes the prefixes ${[...prefixes].filter((known) => known !== '').join(', ')}`,
            },
          };
      }
      const exponents = math
        .baseDimensions()
        .map((title, index): [string, number] => [titleOf(title), unit.dimensions[index] ?? 0])
        .filter(([, exponent]) => exponent !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return { unit: { text, dimension: Object.fromEntries(exponents), factor: unit.value } };
    } catch {
      const stranger = [...text.matchAll(NAME)]
        .map(([name]) => name)
        .find((name) => !math.isUnitName(name.replace('_', '')));
      if (stranger === undefined)
        return {
          fault: {
            message: `${JSON.stringify(text)} is not a unit`,
            help: 'write for example t, tCO2e/t or EUR_2024/tCO2e',
          },
        };
      return { fault: { message: `unknown unit ${stranger}`, help: didYouMean(stranger, known(stranger)) } };
    }
  };
  // A study writes the same few units thousands of times.
  const readings = new Map<string, UnitReading>();
  const parse = (text: string): UnitReading => {
    const reading = readings.get(text) ?? read(text);
    readings.set(text, reading);
    return reading;
  };
  const isTaken = (name: string): boolean =>
    own.has(name) || Object.hasOwn(refused, name) || SPELT_MONEY.test(name) || math.isUnitName(name);
  return { parse, isTaken };
}

/** mathjs names a dimension that a unit opened after the unit: `gCO2e_STUFF`, `CNYnominal_STUFF`. */
const titleOf = (title: string): string =>
  (Object.hasOwn(dimensionTitles, title) ? dimensionTitles[title] : undefined) ??
  title.replace(/_STUFF$/, '').replace(/^([A-Z]{3})nominal$/, 'nominal $1');
