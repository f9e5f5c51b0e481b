// Run -> Findings: what a committee asks of the numbers: targets, headlines, register, reconciliation, assumptions.

import { expiredReferences } from '../check/index.ts';
import { hasErrors, type Outcome } from '../diagnostics/index.ts';
import { explanationGraph, nameOf } from '../explain/index.ts';
import type { Program, Source, Study } from '../resolve/index.ts';
import type { Run } from '../simulate/index.ts';
import { spellPrice } from '../units/index.ts';
import { type LineOf, listAssumptions } from './assumptions.ts';
import { findBacktest } from './backtest.ts';
import { benchOf } from './bench.ts';
import { requestCharts } from './charts.ts';
import { checkCommon } from './common.ts';
import { findDecisions } from './decisions.ts';
import { mapDisclosure } from './disclosure.ts';
import { findEvidence } from './evidence.ts';
import { reconcile } from './reconciliation.ts';
import { assess } from './register.ts';
import { findRegrets } from './regret.ts';
import { findSensitivities } from './sensitivities.ts';
import { quantityInfos, seriesOf, totalOf } from './series.ts';
import { findTargets, listUnquantified } from './targets.ts';
import type { Findings, HeadlineFinding } from './types.ts';

export type { LineOf } from './assumptions.ts';
export { type Backtest, type BacktestFinding, backtest } from './backtest.ts';
export { type Catalogue, listProgram } from './catalogue.ts';
export { analyseDraws, type DrawMeans } from './draws.ts';
export type { Narrowed } from './goal.ts';
export type * from './goal-types.ts';
export { type DrawFound, findDraw } from './percentile.ts';
export { findPlans } from './planning/index.ts';
export type * from './planning/types.ts';
export { type DrawSettings, solve } from './solve.ts';
export { stress } from './stress.ts';
export type * from './stress-types.ts';
export * from './types.ts';
export * from './uncertainty-types.ts';

/**
 * Finds what the study asks for.
 * @param overrides texts of `--set`: a pack that rests on them says so wherever it names the study
 * @param lineOf where an origin stands in its file, for the list of assumptions
 */
export function analyse(
  run: Run,
  study: Study,
  overrides: readonly string[],
  lineOf: LineOf,
): Outcome<Findings> {
  const diagnostics = checkCommon(run, study);
  return hasErrors(diagnostics)
    ? { diagnostics }
    : { value: find(run, study, overrides, lineOf), diagnostics };
}

function find(run: Run, study: Study, overrides: readonly string[], lineOf: LineOf): Findings {
  const { program } = run;
  const name = overrides.length === 0 ? study.name : `${study.name}, what if ${overrides.join('; ')}`;
  const bench = benchOf(run, study);
  const sensitivities = findSensitivities(bench);
  const series = seriesOf(run);
  const charts = requestCharts(program, study);
  const strategy = study.register?.residual ?? study.strategies.at(-1)?.name ?? '';
  const known = { series, years: study.years, baseYear: study.baseYear, horizons: study.horizons };
  return {
    study: name,
    file: study.path,
    overrides,
    company: study.company,
    asOf: study.asOf,
    years: study.years,
    baseYear: study.baseYear,
    horizons: study.horizons,
    reportingMoney: spellPrice(study.reportIn),
    scenarios: study.scenarios,
    strategies: study.strategies,
    quantities: quantityInfos(run),
    series,
    totals: program.totals,
    targets: findTargets(run, study, bench),
    unquantifiedTargets: listUnquantified(study),
    headlines: findHeadlines(run, study),
    reconciliation: reconcile(run, study),
    backtest: findBacktest(run, study),
    assumptions: listAssumptions(program, study, lineOf),
    expired: expiredReferences(program).map(({ path, ...rest }) => ({ ...rest, file: path })),
    register: assess(run, study, bench, sensitivities, lineOf),
    disclosure: mapDisclosure(program, study),
    sensitivities,
    evidence: findEvidence(bench, strategy, sensitivities),
    charts,
    regrets: findRegrets(known, charts),
    decisions: findDecisions(run, study, known, strategy),
    deck: study.deck?.map((slide) => slide.name),
    sources: new Map([...program.sources.values()].map((source) => [source.key, nameSource(source)])),
    texts: new Map([
      ...program.texts,
      ...sourceTexts(program),
      ...study.money.map(({ name: row, title }) => [row, title.zh] as const),
    ]),
    places: program.places,
    graph: explanationGraph(run, name, (span) => lineOf({ span })),
  };
}

function findHeadlines(run: Run, study: Study): readonly HeadlineFinding[] {
  return run.cases.flatMap((each) =>
    study.headlines.flatMap((name): HeadlineFinding[] => {
      const quantity = run.program.quantities.get(name);
      if (quantity === undefined) return [];
      const at = (year: number): number => totalOf(run, each, name, study.years.indexOf(year));
      const { short, medium, long } = study.horizons;
      return [
        {
          scenario: each.case.scenario.name,
          strategy: each.case.strategy.name,
          quantity: name,
          title: quantity.title,
          unit: quantity.unit.text,
          values: { short: at(short), medium: at(medium), long: at(long) },
        },
      ];
    }),
  );
}

/** Names of sources, which are put together from texts: English -> Chinese. */
export function sourceTexts({ sources, texts }: Program): readonly (readonly [en: string, zh: string])[] {
  const zh = (text: string): string => texts.get(text) ?? text;
  return [...sources.values()].flatMap((source) => {
    const { title, publisher, short } = source;
    const chinese = { ...source, title: zh(title), publisher: zh(publisher), short: short && zh(short) };
    const [one, other] = [nameSource(source), nameSource(chinese, FULL_WIDTH)];
    return [
      [one.full, other.full],
      [one.short, other.short],
      [nameOf(source, source.key), `${chinese.publisher}${FULL_WIDTH.colon}${chinese.title}`],
    ] as const;
  });
}

/** What stands between the parts of a name. */
interface Marks {
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

const HALF_WIDTH: Marks = { colon: ': ', open: ' (', close: ')' };
const FULL_WIDTH: Marks = { colon: '：', open: '（', close: '）' };

function nameSource(
  { title, publisher, short, date }: Source,
  { colon, open, close } = HALF_WIDTH,
): {
  readonly full: string;
  readonly short: string;
} {
  const year = date === undefined ? '' : open + date.slice(0, 4) + close;
  return { full: publisher + colon + title + year, short: short ?? publisher + year };
}
