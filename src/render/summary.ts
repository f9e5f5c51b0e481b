// What a terminal shows after a run, as plain rows: the command line draws the tables.
import type { Findings, HeadlineFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { EMPTY, type Subject, type SummaryTable, tables } from './summary-layout.ts';
import { closingSubjects, registerTable } from './summary-register.ts';
import { goalText, headlineGroups, headlineText, outcomeText } from './texts.ts';
import { type Language, named, say } from './wording.ts';

export type { Status, SummaryTable } from './summary-layout.ts';

function targetSubjects(findings: Findings, language: Language): readonly Subject[] {
  return distinct(findings.targets.map((target) => target.name)).flatMap((name): Subject[] => {
    const own = findings.targets.filter((target) => target.name === name);
    const [first] = own;
    if (first === undefined) return [];
    const title = named(first.title, language);
    return [
      {
        names: [title, goalText(first, language)],
        title: `${title}${say(language, ', ', '，')}${goalText(first, language)}`,
        cell: (scenario, strategy) => {
          const target = own.find((one) => one.strategy === strategy && one.scenario === scenario);
          return target === undefined
            ? EMPTY
            : { text: outcomeText(target, language), status: target.met ? 'good' : 'bad' };
        },
      },
    ];
  });
}

/** Headline quantities, the horizons side by side in a cell. */
function headlineSubjects(findings: Findings, horizons: string, language: Language): readonly Subject[] {
  return headlineGroups(findings, language).map((group): Subject => {
    const { unit, years, own } = group;
    const title = group.title + (unit.name === '' ? '' : say(language, ', ', '，') + unit.name);
    const text = (values: HeadlineFinding['values']): string =>
      years.map(({ horizon }) => headlineText(values[horizon], group)).join(' · ');
    return {
      names: [title],
      title:
        years.length === 1 ? title : `${title}${say(language, `, in ${horizons}`, `（${horizons} 年）`)}`,
      cell: (scenario, strategy) => {
        const found = own.find((one) => one.strategy === strategy && one.scenario === scenario);
        return found === undefined ? EMPTY : { text: text(found.values), status: 'plain' };
      },
    };
  });
}

/** Every target with every strategy, scenarios across while there is room. */
export const targetTables = (findings: Findings, language: Language): readonly SummaryTable[] =>
  tables(
    say(language, 'Targets', '目标'),
    [say(language, 'Target', '目标'), say(language, 'Goal', '目标值')],
    targetSubjects(findings, language),
    findings,
    language,
  );

/** The tables to print, in the order in which a reader asks: are the targets met, what does it cost, what does the register owe. */
export function summary(findings: Findings, language: Language = 'en'): readonly SummaryTable[] {
  const { register } = findings;
  const { short: near, medium, long } = findings.horizons;
  const horizons = `${near} · ${medium} · ${long}`;
  return [
    ...targetTables(findings, language),
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
      say(language, `Headlines in ${horizons}`, `主要指标（${horizons} 年）`),
      [say(language, 'Headline', '主要指标')],
      headlineSubjects(findings, horizons, language),
      findings,
      language,
    ),
    ...(register === undefined ? [] : [registerTable(register, language)]),
  ].filter((table) => table.rows.length > 0);
}
