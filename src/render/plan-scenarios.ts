// The cheapest plans of all scenarios side by side: what is done in every one of them, and what only some would do.

import type { PlanFindings, PlannedMeasure } from '../analyse/index.ts';
import { percentOf } from './charts/numbers.ts';
import type { ToldPlan } from './plan.ts';
import type { Status } from './summary-layout.ts';
import { amountOf } from './targets.ts';
import { type Language, listed, named, say } from './wording.ts';

const isDone = (measure: PlannedMeasure | undefined): boolean => measure?.start !== undefined;

/** `2029`, `2029, 93.4 %`, `left`. */
function startText(measure: PlannedMeasure | undefined, language: Language): string {
  if (measure?.start === undefined) return say(language, 'left', '不做');
  return measure.share === 1
    ? String(measure.start)
    : `${measure.start}${say(language, ', ', '，')}${percentOf(measure.share, language)}`;
}

export function sideBySide({ scenarios, costQuantity }: PlanFindings, language: Language): ToldPlan {
  const measures = scenarios[0]?.measures ?? [];
  const across = measures.map((measure, index) => {
    const own = scenarios.map((scenario) => scenario.measures[index]);
    return { name: named(measure.title, language), own, done: own.filter(isDone).length };
  });
  const names = (which: (done: number) => boolean): readonly string[] =>
    across.filter(({ done }) => which(done)).map(({ name }) => name);
  const [always, sometimes, never] = [
    names((done) => done === scenarios.length),
    names((done) => done > 0 && done < scenarios.length),
    names((done) => done === 0),
  ];
  const sentence = (list: readonly string[], en: string, zh: string, none: string): readonly string[] =>
    list.length === 0
      ? none === ''
        ? []
        : [none]
      : [say(language, `${en}: ${listed(list, language)}.`, `${zh}：${listed(list, language)}。`)];
  const rows = [
    ...across.map(({ name, own, done }) => [
      name,
      ...own.map((measure) => startText(measure, language)),
      done === scenarios.length ? '✓' : '',
    ]),
    [
      named(costQuantity.title, language),
      ...scenarios.map(({ cost }) => amountOf(cost.together, costQuantity.unit, language)),
      '',
    ],
    [
      say(language, 'Targets, budget and limits', '目标、预算与限制'),
      ...scenarios.map(({ met }) => (met ? '✓' : '✗')),
      '',
    ],
  ];
  return {
    title: say(language, 'All scenarios side by side', '各情景对照'),
    sentences: [
      ...sentence(
        always,
        'In the plan of every scenario',
        '各情景方案均包含',
        say(language, 'No measure is in the plan of every scenario.', '没有措施出现在所有情景的方案中。'),
      ),
      ...sentence(sometimes, 'In some only', '仅部分情景包含', ''),
      ...sentence(never, 'In none', '各情景均不含', ''),
    ],
    tables: [
      {
        title: say(language, 'Starts', '起始年份'),
        head: [
          say(language, 'Measure', '措施'),
          ...scenarios.map(({ title }) => named(title, language)),
          say(language, 'In all', '均包含'),
        ],
        rows,
        status: rows.map((cells) =>
          cells.map((text): Status => (text === '✗' ? 'bad' : text === '✓' ? 'good' : 'plain')),
        ),
      },
    ],
  };
}
