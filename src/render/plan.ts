// The cheapest plan as a terminal shows it: scenario by scenario a sentence, the measures, and what they had to keep to.
import type { PlanFinding, PlanFindings, PlannedMeasure, Requirement } from '../analyse/index.ts';
import { amountBelow, headUnit } from './amounts.ts';
import { distinct } from './charts/data.ts';
import { decimalsFor, fixed, percentOf } from './charts/numbers.ts';
import { type Scaled, scaled } from './charts/units.ts';
import { sideBySide } from './plan-scenarios.ts';
import type { Status, SummaryTable } from './summary-layout.ts';
import { amountOf } from './targets.ts';
import { type Language, listed, named, say } from './wording.ts';

/** One scenario: what it comes to in sentences, and its tables. */
export interface ToldPlan {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tables: readonly SummaryTable[];
}

type Scenario = PlanFindings['scenarios'][number];

/** Without the price year, which stands in the sentences. */
const briefly = (text: string): string => text.replace(/ ?[(（](\d{4}|nominal|\d{4}年价|名义价)[)）]/g, '');

/** What brings the totals and the prices apart from noise. */
const SMALL = 1e-9;
/** How near to a bound parts of measures are left, as a share of it. */
const EDGE = 1e-6;

export const tellPlans = (findings: PlanFindings, language: Language): readonly ToldPlan[] => [
  ...findings.scenarios.map((each) => ({
    title: named(each.title, language),
    sentences: sentencesOf(each, findings, language),
    tables: [measureTable(each, findings, language), requirementTable(each, findings, language)],
  })),
  ...(findings.scenarios.length < 2 ? [] : [sideBySide(findings, language)]),
];

function sentencesOf(each: Scenario, findings: PlanFindings, language: Language): readonly string[] {
  const { cost, met, proof, broken } = each;
  const { unit, title } = findings.costQuantity;
  const amount = (value: number): string => amountOf(value, unit, language);
  const more = cost.together - cost.without;
  const name = named(title, language);
  const what = say(
    language,
    `${name}: ${amount(cost.together)} with the plan, ${amount(cost.without)} without (${more < 0 ? 'less' : 'more'} by ${amount(Math.abs(more))}).`,
    `${name}：有方案 ${amount(cost.together)}，无方案 ${amount(cost.without)}（${more < 0 ? '减少' : '增加'} ${amount(Math.abs(more))}）。`,
  );
  const gap = ({ together, bound }: Requirement): number => Math.abs(together - bound);
  const missed = distinct(each.requirements.filter((one) => !one.met).map((one) => one.name)).flatMap(
    (missedName) => {
      const own = each.requirements.filter((one) => !one.met && one.name === missedName);
      return own.filter((one) => gap(one) === Math.max(...own.map(gap))).slice(0, 1);
    },
  );
  return [
    met
      ? say(language, 'All targets are met within budget and limits.', '在预算与限制内全部达标。')
      : say(
          language,
          `No plan ${proof === 'found' ? 'found meets' : 'meets'} all: this one misses least. ${missed.map((one) => missedText(one, language)).join('; ')}.`,
          `${proof === 'found' ? '未找到' : '不存在'}全部达标的方案，以下方案差距最小。${missed.map((one) => missedText(one, language)).join('；')}。`,
        ),
    ...(met ? [] : [bindingText(each, language)]),
    ...(broken === undefined
      ? []
      : [
          say(
            language,
            `Together the measures break ${broken} of the models: add a limit that keeps it.`,
            `各措施合计违反模型条件 ${broken}：请添加相应限制。`,
          ),
        ]),
    what,
    proofText(each, language),
  ];
}

/** Why the plan is believed to be the best, and how far that goes. */
function proofText({ proof, met, rounds, tried }: PlanFinding, language: Language): string {
  const better = say(language, met ? 'costs less' : 'misses by less', met ? '成本更低' : '差距更小');
  switch (proof) {
    case 'all':
      return say(
        language,
        `All ${fixed(tried, 0)} plans that there are were computed in the models: none ${better}.`,
        `全部 ${fixed(tried, 0)} 种方案均已在模型中计算：不存在${better}的方案。`,
      );
    case 'least':
      return say(
        language,
        `The models say of the plan what its measures come to one by one: added up so, no plan ${better}.`,
        `模型对整个方案的结果与逐项相加一致：按此相加，不存在${better}的方案。`,
      );
    case 'found':
      return say(
        language,
        `Measures act on each other: the programme was solved ${rounds} times, each time with effects measured beside the plan before; a plan that differs in several measures at once may ${met ? 'cost less' : 'miss by less'}.`,
        `各措施相互影响：规划共求解 ${rounds} 次，每次均在前一方案旁重新测算效果；同时改变多项措施的方案可能${better}。`,
      );
  }
}

const nameOf = ({ title, item, kind, year }: Requirement, language: Language): string =>
  `${named(title, language)}${item === '' ? '' : say(language, ` (${item})`, `（${item}）`)}${kind === 'target' ? '' : ` ${year}`}`;

function missedText(one: Requirement, language: Language): string {
  const gap = amountOf(Math.abs(one.together - one.bound), one.unit, language);
  return say(language, `${nameOf(one, language)} by ${gap}`, `${nameOf(one, language)} 差 ${gap}`);
}

function bindingText({ binding }: PlanFinding, language: Language): string {
  if (binding.length === 0)
    return say(
      language,
      'Neither budget nor limits stand in the way: the measures and their starts do not reach further.',
      '预算与限制并非原因：各措施及其起始年份已无法更进一步。',
    );
  const names = binding.map(({ title, gap, gapWithout }) =>
    say(
      language,
      `${named(title, language)} (without it the gap is ${percentOf(gapWithout, language, 4)} of the goals, with it ${percentOf(gap, language, 4)})`,
      `${named(title, language)}（无此约束差距为目标的 ${percentOf(gapWithout, language, 4)}，有则为 ${percentOf(gap, language, 4)}）`,
    ),
  );
  return say(
    language,
    `What stands in the way: ${listed(names, language)}.`,
    `约束来自：${listed(names, language)}。`,
  );
}

function measureTable(each: Scenario, findings: PlanFindings, language: Language): SummaryTable {
  const { cost, abated } = each;
  // In the declared unit: measures differ a thousandfold, and the small ones would round to nothing.
  const { unit } = findings.costQuantity;
  const costs = each.measures.map((one) => one.cost);
  const plainly = textIn({ factor: 1, name: '' }, costs);
  const moneyText = (value: number): string =>
    say(language, plainly(value), isNoise(value, costs) ? '0' : amountBelow(value, unit, language, 4));
  const mass = scaled(
    findings.abatedQuantity?.unit ?? '1',
    largest(each.measures.map((one) => one.abated ?? 0)),
    language,
  );
  const massText = textIn(
    mass,
    each.measures.map((one) => one.abated ?? 0),
  );
  const withAbated = (text: string): readonly string[] => (abated === undefined ? [] : [text]);
  const row = (one: PlannedMeasure): readonly string[] => [
    named(one.title, language),
    one.start === undefined ? say(language, 'left', '不做') : String(one.start),
    one.start === undefined ? '' : percentOf(one.share, language, 4),
    one.start === undefined ? '' : moneyText(one.cost),
    ...withAbated(one.start === undefined ? '' : massText(one.abated ?? 0)),
  ];
  const total = (label: string, value: number, credited: number): readonly string[] => [
    label,
    '',
    '',
    moneyText(value),
    ...withAbated(massText(credited)),
  ];
  const credit = abated ?? { without: 0, added: 0, together: 0 };
  const rows = [
    ...each.measures.map(row),
    total(
      say(language, 'One by one, added up', '逐项相加'),
      cost.added - cost.without,
      credit.added - credit.without,
    ),
    total(
      say(language, 'Acting on each other', '相互影响'),
      cost.together - cost.added,
      credit.together - credit.added,
    ),
    total(
      say(language, 'All together, in the models', '合计（模型）'),
      cost.together - cost.without,
      credit.together - credit.without,
    ),
  ];
  return {
    title: say(language, `${named(each.title, language)}: measures`, `${named(each.title, language)}：措施`),
    head: [
      say(language, 'Measure', '措施'),
      say(language, 'Start', '起始年份'),
      say(language, 'Share', '实施比例'),
      say(language, `Present cost, ${headUnit(unit, language)}`, `成本现值，${headUnit(unit, language)}`),
      ...withAbated(
        say(
          language,
          `${named(findings.abatedQuantity?.title ?? { en: '', zh: '' }, language)}, all years, ${mass.name}`,
          `${named(findings.abatedQuantity?.title ?? { en: '', zh: '' }, language)}（各年合计），${mass.name}`,
        ),
      ),
    ],
    rows,
    status: rows.map((cells) => cells.map((): Status => 'plain')),
  };
}

const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

const textIn = (unit: Scaled, values: readonly number[]) => {
  const decimals = decimalsFor(largest(values) / unit.factor);
  return (value: number): string => fixed((isNoise(value, values) ? 0 : value) / unit.factor, decimals);
};

const isNoise = (value: number, beside: readonly number[]): boolean =>
  Math.abs(value) <= largest(beside) * SMALL;

/** Every target; of budget and limits the years that bind or are broken, or the one that comes nearest. */
function shownOf(all: readonly Requirement[]): readonly Requirement[] {
  const room = ({ direction, bound, together }: Requirement): number =>
    direction === 'at_most' ? bound - together : together - bound;
  return distinct(all.map(({ name }) => name)).flatMap((name) => {
    const own = all.filter((one) => one.name === name);
    if (own[0]?.kind === 'target') return own;
    const tight = own.filter(({ met, price, relaxedPrice }) => !met || price > 0 || relaxedPrice > 0);
    const nearest = own.reduce(
      (one, other) => (room(other) < room(one) ? other : one),
      own[0] as Requirement,
    );
    return tight.length === 0 ? [nearest] : tight;
  });
}

/** `1.2 million yuan (2023) per kt CO₂e`; for a share, a hundredth of it. */
function priceText(price: number, one: Requirement, money: string, language: Language): string {
  if (price <= SMALL) return '0';
  const unit = scaled(one.unit, one.bound, language);
  const per = unit.name === '%' ? say(language, 'percentage point', '个百分点') : unit.name;
  return say(
    language,
    `${amountOf(price * unit.factor, money, language)} per ${per}`,
    `${amountOf(price * unit.factor, money, language)}/${per}`,
  );
}

function requirementTable(each: Scenario, { costQuantity }: PlanFindings, language: Language): SummaryTable {
  const shown = shownOf(each.requirements);
  const value = (written: number, one: Requirement): string => {
    const noise = EDGE * Math.max(Math.abs(one.bound), Math.abs(one.without));
    const number = Math.abs(written) <= noise ? 0 : written;
    return briefly(amountOf(number, one.unit, language));
  };
  const price = (one: Requirement, which: number): string =>
    each.met ? briefly(priceText(which, one, costQuantity.unit, language)) : '';
  return {
    title: say(
      language,
      `${named(each.title, language)}: targets, budget and limits`,
      `${named(each.title, language)}：目标、预算与限制`,
    ),
    head: [
      say(language, 'To keep', '须满足'),
      say(language, 'Goal', '目标值'),
      say(language, 'Without', '无方案'),
      say(language, 'Added up', '逐项相加'),
      say(language, 'In the models', '模型结果'),
      say(language, 'Shadow price', '影子价格'),
      say(language, 'In any parts', '可任意拆分时'),
    ],
    rows: shown.map((one) => [
      nameOf(one, language),
      `${one.kind === 'target' ? `${one.year}: ` : ''}${one.direction === 'at_least' ? '≥' : '≤'} ${value(one.bound, one)}`,
      value(one.without, one),
      value(one.added, one),
      `${one.met ? '✓' : '✗'} ${value(one.together, one)}`,
      price(one, one.price),
      price(one, one.relaxedPrice),
    ]),
    status: shown.map((one) =>
      Array.from({ length: 7 }, (_, column): Status => (column === 4 ? (one.met ? 'good' : 'bad') : 'plain')),
    ),
  };
}
