// How amounts are counted in Chinese: in the unit itself, in ten thousands (万) and hundred millions (亿), whatever multiple a model declares.
import { plain } from '../wording.ts';

const MONEY = /^([kMG]?)([A-Z]{3})_(\d{4}|nominal)$/;
const MULTIPLES: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
const MULTIPLE_NAMES: Readonly<Record<string, string>> = { k: '千', M: '百万', G: '十亿' };
const STEPS = [
  { size: 1e8, name: '亿' },
  { size: 1e4, name: '万' },
  { size: 1, name: '' },
] as const;

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '元',
  EUR: '欧元',
  USD: '美元',
  GBP: '英镑',
};
const COUNTED: Readonly<Record<string, string>> = {
  tce: '吨标准煤',
  m3: '立方米',
  piece: '件',
  person: '人',
  site: '处',
};
/** Names of units as they are declared: in rates, and where the number of a file stands beside them. */
const NAMES: Readonly<Record<string, string>> = {
  ...COUNTED,
  t: '吨',
  kt: '千吨',
  Mt: '百万吨',
  kg: '千克',
  g: '克',
  kWh: '千瓦时',
  MWh: '兆瓦时',
  GWh: '吉瓦时',
  TWh: '太瓦时',
  kW: '千瓦',
  MW: '兆瓦',
  GW: '吉瓦',
  MJ: '兆焦',
  GJ: '吉焦',
  TJ: '太焦',
  PJ: '拍焦',
  EJ: '艾焦',
  m: '米',
  m2: '平方米',
  s: '秒',
  minute: '分钟',
  hour: '小时',
  day: '天',
  month: '个月',
  year: '年',
  V: '伏',
};

/** What is counted: how many of it one declared unit is, and its name behind a step. */
interface Counted {
  readonly size: number;
  readonly name: (step: string) => string;
  /** The highest step in use, where it is not all of them. */
  readonly most?: number;
}

const moneyName = (currency: string, year: string): string =>
  `${currency}（${year === 'nominal' ? '名义价' : `${year}年价`}）`;

function money(unit: string): Counted | undefined {
  const [, multiple = '', code = '', year = ''] = MONEY.exec(unit) ?? [];
  if (code === '') return undefined;
  return {
    size: MULTIPLES[multiple] ?? 1,
    name: (step) => moneyName(step + (CURRENCIES[code] ?? code), year),
  };
}

function quantity(unit: string): Counted | undefined {
  const mass = /^([kMG]?)t(CO2e?)?$/.exec(unit);
  if (mass !== null) {
    const [, multiple = '', gas = ''] = mass;
    const of = gas === '' ? '' : ` ${gas.replace('2', '₂')}`;
    return { size: MULTIPLES[multiple] ?? 1, name: (step) => `${step}吨${of}` };
  }
  const word = COUNTED[unit];
  return word === undefined ? energyIn(unit) : { size: 1, name: (step) => step + word };
}

function energyIn(unit: string): Counted | undefined {
  const [, multiple] = /^([kMGT])Wh$/.exec(unit) ?? [];
  if (multiple === undefined) return undefined;
  return { size: (MULTIPLES[multiple] ?? 1) / 1e3, name: (step) => `${step}千瓦时` };
}

/** `t minute` -> `吨·分钟`; what Chinese writes alike stays. */
function partName(unit: string): string {
  if (CURRENCIES[unit] !== undefined) return CURRENCIES[unit];
  const [, multiple = '', code = '', year = ''] = MONEY.exec(unit) ?? [];
  if (code !== '') return moneyName((MULTIPLE_NAMES[multiple] ?? '') + (CURRENCIES[code] ?? code), year);
  const [, mass = '', gas = ''] = /^(t|kt|Mt|kg|g)(CO2e?)$/.exec(unit) ?? [];
  if (gas !== '') return `${NAMES[mass] ?? mass} ${gas.replace('2', '₂')}`;
  return plain(unit)
    .replace(/[A-Za-z]\w*/g, (word) => NAMES[word] ?? word)
    .replace(/(?<=[\p{Script=Han}\w]) (?=[\p{Script=Han}\w])/gu, '·')
    .replace('(', '（')
    .replace(')', '）');
}

/** `EUR_2024/tCO2e` -> `欧元（2024年价）/吨 CO₂e`: one declared unit in words. */
export const chineseName = (unit: string): string =>
  unit
    .split('/')
    .map((piece) => partName(piece.trim()))
    .join('/');

/**
 * A rate keeps its unit, so that a price of 20,000 yuan a tonne stays one; only millions of money change, and energy is
 * told in kilowatt hours.
 */
function rate(unit: string): Counted | undefined {
  const [, above = '', below = ''] = /^([^/]+)\/(.+)$/.exec(unit) ?? [];
  const per = `/${chineseName(below)}`;
  const cost = money(above);
  if (cost !== undefined)
    return cost.size === 1 ? undefined : { ...cost, name: (step) => cost.name(step) + per };
  const energy = energyIn(above);
  return energy && { ...energy, most: 1, name: (step) => energy.name(step) + per };
}

/**
 * The step in which an amount is read: 元 below ten thousand, 万元 below a hundred million, 亿元 from there on; tonnes,
 * kilowatt hours and what is counted one by one likewise. Undefined for what is not counted so.
 * @param largest the largest amount shown, in the declared unit; without one the declared unit decides
 */
export function inChinese(
  unit: string,
  largest: number,
): { readonly factor: number; readonly name: string } | undefined {
  const counted = money(unit) ?? quantity(unit) ?? rate(unit);
  if (counted === undefined) return undefined;
  const { size, name, most = Number.POSITIVE_INFINITY } = counted;
  const amount = (largest === 0 ? 1 : Math.abs(largest)) * size;
  const step = STEPS.find(({ size: from }) => amount >= from && from <= most) ?? STEPS[2];
  return { factor: step.size / size, name: name(step.name) };
}
