// Parsed -> Program: names bound, units read, layers laid over each other, paths filled year by year; every value knows its origin.
import { type Diagnostic, error, type Outcome, type Span, warning } from '../diagnostics/index.ts';
import {
  type CompanyFile,
  keyAt,
  listOf,
  type Parsed,
  type ParsedFile,
  type ReferenceFile,
  type StudyFile,
  spanAt,
} from '../parse/index.ts';
import { resolveBacktest } from './backtest.ts';
import { resolveChart } from './chart.ts';
import { parseCsv } from './csv.ts';
import { resolveDecisions } from './decisions.ts';
import { declare } from './declare.ts';
import { resolveDisclosure } from './disclosure.ts';
import { complete, type InputContext, type Laid, layOver, NOTHING, rangeSpreader } from './inputs.ts';
import { chainLayers, follow, layerFile, type StudyFiles, studyFiles } from './layers.ts';
import { reportMissing } from './missing.ts';
import { layOverrides, readOverrides, SET } from './override.ts';
import { resolvePlanning } from './planning.ts';
import { resolveRegister } from './register.ts';
import {
  knownHeadline,
  knownYear,
  type ReportContext,
  refuseTwice,
  resolveReconciliation,
} from './reports.ts';
import { checkUnsourced, describe } from './scenarios.ts';
import { resolveSets } from './sets.ts';
import { resolveTargets } from './targets.ts';
import { textsOf, withJoined } from './texts.ts';
import type { Case, Program, Source, Study } from './types.ts';
import { resolveUncertainty } from './uncertainty.ts';
import { lackingOnce, makeUnits, readMoney, type StudyMoney } from './units.ts';

export type { BacktestLine } from './backtest.ts';
export { numberIn } from './data.ts';
export type * from './decisions-types.ts';
export { shifted } from './delay.ts';
export type * from './disclosure-types.ts';
export { type Goal, readGoal } from './goal.ts';
export type { Fold, GoalSide } from './goal-side.ts';
export { cellsOf } from './inputs.ts';
export { type Lever, readLever } from './lever.ts';
export { overrideFile } from './override.ts';
export { type AskedPlan, readPlanning } from './planning-budget.ts';
export type * from './planning-types.ts';
export { splitPrograms } from './programs.ts';
export * from './spread-types.ts';
export * from './types.ts';
export { inBaseUnits } from './units.ts';

const ofKind = <K extends ParsedFile['kind']>(
  parsed: Parsed,
  kind: K,
): readonly Extract<ParsedFile, { kind: K }>[] =>
  [...parsed.files.values()].filter((file): file is Extract<ParsedFile, { kind: K }> => file.kind === kind);

/**
 * Resolves a study, or models and a company on their own when there is no study among the files.
 * @param overrides texts of `--set`, applied above all layers
 */
export function resolve(parsed: Parsed, overrides: readonly string[]): Outcome<Program> {
  const diagnostics: Diagnostic[] = [];
  const [studyFile] = ofKind(parsed, 'study');
  const files = studyFile === undefined ? undefined : studyFiles(studyFile, parsed, diagnostics);
  const [company] = files === undefined ? ofKind(parsed, 'company') : [files.company];
  const references =
    company === undefined
      ? ofKind(parsed, 'reference')
      : named('reference', company, company.content.reference ?? [], ['reference'], parsed, diagnostics);
  const models =
    company === undefined
      ? ofKind(parsed, 'model')
      : named('model', company, company.content.models, ['models'], parsed, diagnostics);

  const money =
    files === undefined
      ? undefined
      : readMoney(
          files.money,
          files.study.content.money.report_in,
          spanAt(files.study.spans, 'money', 'report_in'),
          diagnostics,
        );
  const units = makeUnits(references, money?.complete === true ? money.table : undefined, diagnostics);
  const sets = resolveSets(company === undefined ? references : [...references, company], diagnostics);
  const declarations = declare(models, { units, sets, standalone: company === undefined, diagnostics });
  const program: Program = {
    units,
    sets,
    ...declarations,
    sources: sourcesOf(references, diagnostics),
    texts: new Map([
      ...textsOf(parsed, 'texts', diagnostics),
      ...(overrides.length === 0 ? [] : [[SET.en, SET.zh] as const]),
    ]),
    places: textsOf(parsed, 'places', diagnostics),
    references: references.map(({ path, content, spans }) => ({
      path,
      name: content.reference,
      reviewed: content.reviewed,
      expires: content.expires,
      span: keyAt(spans, 'expires'),
    })),
  };
  if (files === undefined || money === undefined) {
    // A codelist is held against nothing: it is what tables are held against.
    const whole: readonly string[] = ['model', 'study', 'codelist'];
    for (const file of parsed.files.values())
      if (parsed.entries.includes(file.path) && !whole.includes(file.kind))
        diagnostics.push(
          warning(
            'file/alone',
            `a ${file.kind} on its own is checked for its form only`,
            keyAt(file.spans, file.kind),
            { help: 'check the study that names it: names, units and years are held against its models' },
          ),
        );
    return { value: program, diagnostics: lackingOnce(diagnostics) };
  }
  const study = resolveStudy(files, money, references, program, parsed, overrides, diagnostics);
  if (study === undefined) return { value: program, diagnostics: lackingOnce(diagnostics) };
  const texts = withJoined(
    program.texts,
    study.scenarios.map(({ because }) => because),
  );
  const value = { ...program, texts, study };
  return { value, diagnostics: lackingOnce(diagnostics) };
}

function named<K extends 'model' | 'reference'>(
  kind: K,
  company: CompanyFile,
  list: readonly string[],
  path: readonly string[],
  parsed: Parsed,
  diagnostics: Diagnostic[],
): readonly Extract<ParsedFile, { kind: K }>[] {
  return list.flatMap((written, index) => {
    const file = follow(kind, company, written, [...path, index], parsed, diagnostics);
    return file === undefined ? [] : [file];
  });
}

function sourcesOf(
  references: readonly ReferenceFile[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const places = new Map<string, Span>();
  for (const { content, spans } of references)
    for (const [key, { title, publisher, short, date }] of Object.entries(content.sources ?? {})) {
      const span = keyAt(spans, 'sources', key);
      const earlier = places.get(key);
      if (earlier === undefined) places.set(key, span);
      else
        diagnostics.push(
          error('source/twice', `the source ${key} is described twice`, span, {
            also: [{ span: earlier, text: 'first here' }],
            help: 'keep one of them: every file of the study can name it',
          }),
        );
      sources.set(key, { key, title, publisher, short, date: date === undefined ? undefined : String(date) });
    }
  return sources;
}

function resolveStudy(
  files: StudyFiles,
  money: StudyMoney,
  references: readonly ReferenceFile[],
  program: Program,
  parsed: Parsed,
  overrides: readonly string[],
  diagnostics: Diagnostic[],
): Study | undefined {
  const { study, company } = files;
  const { content, spans } = study;
  const [from = 0, to = 0] = content.years.split(' to ').map(Number);
  if (from > to || to - from > 200) {
    diagnostics.push(
      error('value/year', 'years run from an earlier to a later one, 200 at most', spanAt(spans, 'years')),
    );
    return undefined;
  }
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const context: InputContext = {
    units: program.units,
    years,
    baseYear: company.content.base_year,
    parsed,
    tables: new Map([...parsed.data].map(([path, { text }]) => [path, parseCsv(text)])),
    diagnostics,
    quantities: program.quantities,
    sets: program.sets,
    known: new Map(),
  };
  if (!years.includes(company.content.base_year))
    diagnostics.push(
      error(
        'value/year',
        `the base year ${company.content.base_year} is not a year of the study, ${content.years}`,
        spanAt(spans, 'years'),
      ),
    );

  const settings = readOverrides(overrides, diagnostics);
  const shared = [...references, company].map((file) => layerFile(file));
  const ground = layOver(NOTHING, shared, context);
  const described = files.scenarios.map((world) => ({
    ...world,
    scenario: describe(world, program.units, diagnostics),
  }));
  diagnostics.push(...checkUnsourced(study, described, program.texts));
  const ranges = content.uncertainty?.ranges;
  const spreadOut = ranges === undefined ? (laid: Laid) => laid : rangeSpreader(ranges, context);
  const resolutions = described.flatMap(({ scenario, chain, overlays }) => {
    const world = layOver(ground, chainLayers([...chain, ...overlays]), context);
    return files.strategies.map((strategy) => {
      const laid = layOver(world, [...chainLayers(strategy), layerFile(study)], context);
      const resolution = complete(layOverrides(spreadOut(laid), settings, context), context);
      return { scenario, strategy: strategyOf(strategy), laid, resolution };
    });
  });
  reportMissing(resolutions, program, diagnostics);
  const cases = resolutions.map(
    ({ scenario, strategy, resolution }): Case => ({ scenario, strategy, inputs: resolution.inputs }),
  );
  const scenarios = described.map(({ scenario }) => scenario);
  const strategies = files.strategies.map(strategyOf);
  distinct(
    scenarios.map(({ name }) => name),
    study,
    'scenarios',
    diagnostics,
  );
  distinct(
    strategies.map(({ name }) => name),
    study,
    'strategies',
    diagnostics,
  );

  const reports: ReportContext = {
    quantities: program.quantities,
    units: program.units,
    years,
    scenarios: scenarios.map(({ name }) => name),
    strategies: strategies.map(({ name }) => name),
    diagnostics,
  };
  const headlines = listOf(content.headlines);
  const headlineAt = (index: number): Span =>
    typeof content.headlines === 'string' ? spanAt(spans, 'headlines') : spanAt(spans, 'headlines', index);
  refuseTwice(headlines, headlineAt, reports);
  for (const [index, name] of headlines.entries()) knownHeadline(name, headlineAt(index), reports);
  for (const horizon of ['short', 'medium', 'long'] as const)
    knownYear(content.horizons[horizon], spanAt(spans, 'horizons', horizon), reports);
  const { short, medium, long } = content.horizons;
  if (short > medium || medium > long)
    diagnostics.push(
      error('value/year', 'the horizons run backwards', spanAt(spans, 'horizons'), {
        help: 'short comes before medium, and medium before long',
      }),
    );
  const registerFile =
    content.register === undefined
      ? undefined
      : follow('register', study, content.register.file, ['register', 'file'], parsed, diagnostics);
  const charts = (content.charts ?? []).flatMap((written, index) => {
    const file = follow('chart', study, written, ['charts', index], parsed, diagnostics);
    return file === undefined ? [] : [resolveChart(file, reports)];
  });
  distinct(
    charts.map(({ name }) => name),
    study,
    'charts',
    diagnostics,
  );
  const register =
    registerFile === undefined
      ? undefined
      : resolveRegister(registerFile, study, money.table.reportIn, reports);
  const aims = resolveTargets(company, reports);
  const disclosureFile =
    content.disclosure === undefined
      ? undefined
      : follow('disclosure', study, content.disclosure, ['disclosure'], parsed, diagnostics);
  const planFile =
    content.plan === undefined
      ? undefined
      : follow('plan', study, content.plan, ['plan'], parsed, diagnostics);
  const planGround = {
    targets: aims.targets,
    inputs: context,
    laid: (from: string) =>
      new Map(
        resolutions
          .filter(({ strategy }) => strategy.name === from)
          .map(({ scenario, laid }) => [scenario.name, laid]),
      ),
    override: (laid: Laid) => layOverrides(laid, settings, { ...context, diagnostics: [] }),
  };
  const pointed = { asOf: content.as_of, ...aims, register, charts, scenarios };
  return {
    name: content.study,
    path: study.path,
    company: company.content.company,
    asOf: content.as_of,
    years,
    baseYear: company.content.base_year,
    horizons: content.horizons,
    reportIn: money.table.reportIn,
    headlines,
    scenarios,
    strategies,
    cases,
    ...aims,
    backtest: resolveBacktest(company, reports),
    reconciliation: resolveReconciliation(company, reports),
    register,
    charts,
    disclosure:
      disclosureFile === undefined ? undefined : resolveDisclosure(disclosureFile, pointed, parsed, reports),
    decisions: resolveDecisions(study, reports),
    deck: content.deck?.map((slide, index) => ({ name: slide, span: spanAt(spans, 'deck', index) })),
    planning: planFile && resolvePlanning(planFile, planGround, reports),
    money: money.rows,
    uncertainty: resolveUncertainty(study, cases, context),
  };
}

const strategyOf = (chain: StudyFiles['strategies'][number]): Case['strategy'] => {
  const content = chain.at(-1)?.content;
  return {
    name: content?.strategy ?? '',
    title: content?.title ?? { en: '', zh: '' },
    about: content?.about ?? '',
  };
};

function distinct(
  names: readonly string[],
  study: StudyFile,
  key: 'scenarios' | 'strategies' | 'charts',
  diagnostics: Diagnostic[],
): void {
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index)
      diagnostics.push(
        error('name/twice', `two of the ${key} are named ${name}`, spanAt(study.spans, key, index)),
      );
}
