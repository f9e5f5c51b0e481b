// What a terminal shows after a run, as plain rows: the command line draws the tables.
import type { Findings, HeadlineFinding, TargetFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { decimalsFor, fixed, short } from './charts/numbers.ts';
import { scaled } from './charts/units.ts';
import { EMPTY, type Subject, type SummaryTable, tables } from './summary-layout.ts';
import { closingSubjects, registerTable } from './summary-register.ts';
import { type Language, named, say } from './wording.ts';

export type { Status, SummaryTable } from './summary-layout.ts';

const shown = (value: number, unit: ReturnType<typeof scaled>): string =>
  short(value / unit.factor, 4) + (unit.name === '%' ? ' %' : '');

/** `✓ 5.36`, `✓ 50 %, as set`, or `✗ 9.48 %, never`: the sign says it to those who see no colour. */
function outcome(target: TargetFinding, language: Language): string {
  const value = shown(target.value, scaled(target.unit, target.goal, language));
  if (target.met) return `✓ ${value}${target.setByInput ? say(language, ', as set', '，策略设定') : ''}`;
  const year = target.firstYearMet;
  const when =
    year === undefined ? say(language, 'never', '从未') : say(language, `in ${year}`, `${year} 年`);
  return `✗ ${value}, ${when}`;
}

function goal(target: TargetFinding, language: Language): string {
  const unit = scaled(target.unit, target.goal, language);
  const name = unit.name === '%' || unit.name === '' ? '' : ` ${unit.name}`;
  const past = target.noActualReported ? say(language, ', no actual reported', '，未披露实际值') : '';
  return `${target.year}: ${target.direction === 'at_least' ? '≥' : '≤'} ${shown(target.goal, unit)}${name}${past}`;
}

function targetSubjects(findings: Findings, language: Language): readonly Subject[] {
  return distinct(findings.targets.map((target) => target.name)).flatMap((name): Subject[] => {
    const own = findings.targets.filter((target) => target.name === name);
    const [first] = own;
    if (first === undefined) return [];
    const title = named(first.title, language);
    return [
      {
        names: [title, goal(first, language)],
        title: `${title}${say(language, ', ', '，')}${goal(first, language)}`,
        cell: (scenario, strategy) => {
          const target = own.find((one) => one.strategy === strategy && one.scenario === scenario);
          return target === undefined
            ? EMPTY
            : { text: outcome(target, language), status: target.met ? 'good' : 'bad' };
        },
      },
    ];
  });
}

/** Headline quantities, the horizons side by side in a cell. */
function headlineSubjects(findings: Findings, horizons: string, language: Language): readonly Subject[] {
  return distinct(findings.headlines.map((headline) => headline.quantity)).flatMap((name): Subject[] => {
    const own = findings.headlines.filter((headline) => headline.quantity === name);
    const [first] = own;
    if (first === undefined) return [];
    const largest = Math.max(...own.flatMap(({ values }) => Object.values(values)).map(Math.abs));
    const unit = scaled(first.unit, largest, language);
    // One number of decimals a subject makes the columns comparable; small values beside large ones keep a digit.
    const decimals = decimalsFor(largest / unit.factor);
    const once = findings.quantities.get(name)?.over === 'base';
    const text = (values: HeadlineFinding['values']): string =>
      (once ? [values.long] : [values.short, values.medium, values.long])
        .map((value) => fixed(value / unit.factor, decimals))
        .join(' · ');
    const title = `${named(first.title, language)}${unit.name === '' ? '' : `, ${unit.name}`}`;
    return [
      {
        names: [title],
        title: once ? title : `${title}${say(language, `, in ${horizons}`, `（${horizons} 年）`)}`,
        cell: (scenario, strategy) => {
          const found = own.find((one) => one.strategy === strategy && one.scenario === scenario);
          return found === undefined ? EMPTY : { text: text(found.values), status: 'plain' };
        },
      },
    ];
  });
}

/** The tables to print, in the order in which a reader asks: are the targets met, what does it cost, what does the register owe. */
export function summary(findings: Findings, language: Language = 'en'): readonly SummaryTable[] {
  const { register } = findings;
  const { short: near, medium, long } = findings.horizons;
  const horizons = `${near} · ${medium} · ${long}`;
  return [
    ...tables(
      say(language, 'Targets', '目标'),
      [say(language, 'Target', '目标'), say(language, 'Goal', '目标值')],
      targetSubjects(findings, language),
      findings,
      language,
    ),
    ...tables(
      say(
        language,
        'Missed targets: what one input alone would have to be (all in targets.md)',
        '未达成的目标：仅调整一项输入所需的数值（详见 targets.md）',
      ),
      [say(language, 'Target', '目标')],
      closingSubjects(findings, language),
      findings,
      language,
    ),
    ...tables(
      say(language, `Headlines in ${horizons}`, `主要结果（${horizons} 年）`),
      [say(language, 'Headline', '主要指标')],
      headlineSubjects(findings, horizons, language),
      findings,
      language,
    ),
    ...(register === undefined ? [] : [registerTable(register, language)]),
  ].filter((table) => table.rows.length > 0);
}
