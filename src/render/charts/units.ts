// Declared units in words, scaled to what a reader can take in: for subtitles, labels and tables.
import { type Language, plain, say } from '../wording.ts';
import { chineseName, inChinese } from './chinese_units.ts';

const CURRENCY_EN: Readonly<Record<string, string>> = { CNY: 'yuan' };
const MULTIPLE_EN: Readonly<Record<string, string>> = { k: 'thousand ', M: 'million ', G: 'billion ' };
const RAISED: Readonly<Record<string, string>> = { m3: 'm³', m2: 'm²' };
/** More than one of what is counted; behind `per` stands one. */
const PLURAL_EN: Readonly<Record<string, string>> = {
  piece: 'pieces',
  person: 'people',
  site: 'sites',
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  month: 'months',
  year: 'years',
};

function part(unit: string): string {
  const [, multiple = '', code = '', year = ''] = /^([kMG]?)([A-Z]{3})_(\d{4}|nominal)$/.exec(unit) ?? [];
  if (code !== '') return `${MULTIPLE_EN[multiple] ?? ''}${CURRENCY_EN[code] ?? code} (${year})`;
  const [, mass = '', gas = ''] = /^(t|kt|Mt|kg|g)(CO2e?)$/.exec(unit) ?? [];
  return gas === '' ? (RAISED[unit] ?? plain(unit)) : `${mass} ${gas.replace('2', '₂')}`;
}

/** `EUR_2024/tCO2e` -> `EUR (2024) per t CO₂e`; empty for a unit-free quantity. */
export function unitName(unit: string, language: Language): string {
  if (unit === '1') return '';
  if (language === 'zh') return chineseName(unit);
  const [above = '', ...below] = unit
    .split('/')
    // `kg/(t minute)` is per both.
    .flatMap((piece, index) => (index === 0 ? [piece] : piece.replace(/[()]/g, '').trim().split(/ +/)))
    .map((piece) => piece.trim());
  const first = above === '1' ? [] : [PLURAL_EN[above] ?? part(above)];
  return [...first, ...below.map((piece) => `per ${part(piece)}`)].join(' ');
}

/** A ratio such as `tCO2e/t` or a share: its elements do not add up, so it is never stacked. */
export function isIntensive(unit: string): boolean {
  return unit.includes('/') || unit === '1' || unit === '%' || unit === 'K';
}

interface Step {
  /** Smallest largest value for which the step is used, in the declared unit. */
  readonly from: number;
  readonly factor: number;
  readonly name: string;
}

function massSteps(unit: string): Step[] {
  const found = /^(t|kt|Mt)(CO2e?)?$/.exec(unit);
  if (!found) return [];
  const [, mass = 't', gas = ''] = found;
  const tonnes = { t: 1, kt: 1e3, Mt: 1e6 }[mass] ?? 1;
  const suffix = gas === '' ? '' : ` ${gas.replace('2', '₂')}`;
  return (
    [
      [1e3, 1e4, 'kt'],
      [1e6, 1e6, 'Mt'],
    ] as const
  ).map(([size, from, name]) => ({ factor: size / tonnes, from: from / tonnes, name: name + suffix }));
}

function moneySteps(unit: string): Step[] {
  const found = /^([kMG]?)([A-Z]{3})_(\d{4}|nominal)$/.exec(unit);
  if (!found) return [];
  const [, multiple = '', code = '', year = ''] = found;
  const base = { k: 1e3, M: 1e6, G: 1e9 }[multiple] ?? 1;
  const whole = part(`${code}_${year}`);
  return (
    [
      [1e6, 1e6, 'million '],
      [1e9, 1e10, 'billion '],
    ] as const
  ).map(([size, from, name]) => ({ factor: size / base, from: from / base, name: name + whole }));
}

/** The name to show and by what to divide a value in the declared unit. */
export interface Scaled {
  readonly factor: number;
  readonly name: string;
}

/** Chooses kt, Mt, billion, or 万吨, 亿元 by the largest value shown; a share is shown in percent. */
export function scaled(unit: string, largest: number, language: Language): Scaled {
  if (unit === '1') return { factor: 0.01, name: '%' };
  const step =
    language === 'zh'
      ? inChinese(unit, largest)
      : [...massSteps(unit), ...moneySteps(unit)]
          .filter((candidate) => candidate.factor > 1 && Math.abs(largest) >= candidate.from)
          .at(-1);
  return step ? { factor: step.factor, name: step.name } : { factor: 1, name: unitName(unit, language) };
}

/** The declared unit where numbers are to be held against those of a file; Chinese, which counts in no millions, takes 万 and 亿 here too. */
export function declared(unit: string, largest: number, language: Language): Scaled {
  const chinese = language === 'zh' ? inChinese(unit, largest) : undefined;
  return chinese ?? { factor: 1, name: unitName(unit, language) };
}

/** Behind a number in percent: `50 %`, in Chinese `50%`. */
export const percentSign = (language: Language): string => say(language, ' %', '%');

/** The sign behind the numbers of an axis: that of percent, or none, since a unit stands above. */
export const signOf = (name: string, language: Language): string =>
  name === '%' ? percentSign(language) : '';

/** A unit's name behind its number. */
export const unitBehind = (name: string, language: Language): string =>
  name === '' || name === '%' ? signOf(name, language) : ` ${name}`;

/**
 * An amount in its declared unit -> in the one that `declared` names; a pure number stays one.
 * @param beside another amount that shares the unit
 */
export function spelled(
  value: number,
  unit: string,
  language: Language,
  beside = value,
): { readonly value: number; readonly unit: string } {
  if (language === 'en' || unit === '1') return { value, unit };
  const { factor, name } = declared(unit, Math.max(Math.abs(value), Math.abs(beside)), language);
  return { value: value / factor, unit: name };
}

/** A unit's name behind a number of a headline: the price year stands in the subtitle. */
export const briefUnit = (name: string, language: Language): string =>
  unitBehind(name.replace(/ ?[(（](\d{4}|nominal|\d{4}年价|名义价)[)）]/g, ''), language);
