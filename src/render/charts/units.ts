// Declared units in words, scaled to what a reader can take in: for subtitles, labels and tables.
import { type Language, plain, say } from '../wording.ts';

const CURRENCY_EN: Readonly<Record<string, string>> = { CNY: 'yuan' };
const CURRENCY_ZH: Readonly<Record<string, string>> = {
  CNY: '元',
  EUR: '欧元',
  USD: '美元',
  GBP: '英镑',
};
const MULTIPLE_EN: Readonly<Record<string, string>> = { k: 'thousand ', M: 'million ', G: 'billion ' };
const MULTIPLE_ZH: Readonly<Record<string, string>> = { k: '千', M: '百万', G: '十亿' };
const MASS_ZH: Readonly<Record<string, string>> = { t: '吨', kt: '千吨', Mt: '百万吨', kg: '千克' };
const OTHER_ZH: Readonly<Record<string, string>> = { piece: '件', person: '人', year: '年', m3: '立方米' };
const OTHER_EN: Readonly<Record<string, string>> = { piece: 'pieces', person: 'people', m3: 'm³', m2: 'm²' };

function part(unit: string, language: Language): string {
  const money = /^([kMG]?)([A-Z]{3})_(\d{4}|nominal)$/.exec(unit);
  if (money) {
    const [, multiple = '', code = '', year = ''] = money;
    const nominal = year === 'nominal';
    if (language === 'en') {
      return `${MULTIPLE_EN[multiple] ?? ''}${CURRENCY_EN[code] ?? code} (${year})`;
    }
    return `${MULTIPLE_ZH[multiple] ?? ''}${CURRENCY_ZH[code] ?? code}（${nominal ? '名义价' : `${year}年价`}）`;
  }
  const substance = /^(t|kt|Mt|kg|g)(CO2e?)$/.exec(unit);
  if (substance) {
    const [, mass = '', gas = ''] = substance;
    return `${language === 'zh' ? (MASS_ZH[mass] ?? mass) : mass} ${gas.replace('2', '₂')}`;
  }
  if (language === 'zh') return MASS_ZH[unit] ?? OTHER_ZH[unit] ?? OTHER_EN[unit] ?? plain(unit);
  return OTHER_EN[unit] ?? plain(unit);
}

/** `EUR_2024/tCO2e` -> `EUR (2024) per t CO₂e`; empty for a unit-free quantity. */
export function unitName(unit: string, language: Language): string {
  if (unit === '1') return '';
  const parts = unit.split('/').map((piece) => part(piece.trim(), language));
  return parts.join(say(language, ' per ', '/'));
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

function massSteps(unit: string, language: Language): Step[] {
  const found = /^(t|kt|Mt)(CO2e?)?$/.exec(unit);
  if (!found) return [];
  const [, mass = 't', gas = ''] = found;
  const tonnes = { t: 1, kt: 1e3, Mt: 1e6 }[mass] ?? 1;
  const steps =
    language === 'zh'
      ? ([[1e4, 1e5, '万吨']] as const)
      : ([
          [1e3, 1e4, 'kt'],
          [1e6, 1e6, 'Mt'],
        ] as const);
  const suffix = gas === '' ? '' : ` ${gas.replace('2', '₂')}`;
  return steps.map(([size, from, name]) => ({
    factor: size / tonnes,
    from: from / tonnes,
    name: name + suffix,
  }));
}

function moneySteps(unit: string, language: Language): Step[] {
  const found = /^([kMG]?)([A-Z]{3})_(.+)$/.exec(unit);
  if (!found) return [];
  const [, multiple = '', code = '', year = ''] = found;
  const base = { k: 1e3, M: 1e6, G: 1e9 }[multiple] ?? 1;
  const steps =
    language === 'zh'
      ? ([
          [1e4, 1e4, '万'],
          [1e8, 1e9, '亿'],
        ] as const)
      : ([
          [1e6, 1e6, 'million '],
          [1e9, 1e10, 'billion '],
        ] as const);
  const whole = part(`${code}_${year}`, language);
  return steps.map(([size, from, name]) => ({ factor: size / base, from: from / base, name: name + whole }));
}

/** The name to show and by what to divide a value in the declared unit. */
export interface Scaled {
  readonly factor: number;
  readonly name: string;
}

/** Chooses kt, Mt, billion, 万吨, 亿元 by the largest value shown; a share is shown in percent. */
export function scaled(unit: string, largest: number, language: Language): Scaled {
  if (unit === '1') return { factor: 0.01, name: '%' };
  const step = [...massSteps(unit, language), ...moneySteps(unit, language)]
    .filter((candidate) => candidate.factor > 1 && Math.abs(largest) >= candidate.from)
    .at(-1);
  return step ? { factor: step.factor, name: step.name } : { factor: 1, name: unitName(unit, language) };
}

/** A unit's name behind a number of a headline: the price year stands in the subtitle. */
export function briefUnit(name: string): string {
  const brief = name.replace(/ ?[(（](\d{4}|nominal|\d{4}年价|名义价)[)）]/g, '');
  return brief === '' ? '' : ` ${brief}`;
}
