// findings.csv: the numbers that the pack's texts and pictures show and results.csv has no row for, one row a number.
import type { Findings, Shares, TargetFinding, UncertaintyFinding } from '../analyse/index.ts';
import { type Cell, csv } from './csv.ts';
import { FINDINGS } from './dictionary/findings.ts';
import { PERCENTILES } from './results-rows.ts';

/** One number; what does not apply to it is left out. */
export interface FindingRow {
  readonly finding: string;
  readonly name: string;
  readonly item?: string;
  readonly scenario?: string;
  readonly strategy?: string;
  readonly year?: number;
  readonly input?: string;
  readonly inputItem?: string;
  readonly part: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly error?: number;
}

const SHARE = '1';

/** Rows of one finding that differ in part and value. */
const parts = (
  own: Omit<FindingRow, 'part' | 'value'>,
  values: Readonly<Record<string, number | undefined>>,
): readonly FindingRow[] => Object.entries(values).map(([part, value]) => ({ ...own, part, value }));

function targetRows(target: TargetFinding): readonly FindingRow[] {
  const { name, item, scenario, strategy, year, unit, goal, value, gap, met, firstYearMet } = target;
  const own = { name, item, scenario, strategy, year };
  return [
    ...parts({ finding: 'target', ...own, unit }, { goal, value, gap }),
    ...parts({ finding: 'target', ...own, unit: SHARE }, { met: met ? 1 : 0 }),
    ...parts({ finding: 'target', ...own, unit: 'year' }, { 'first year met': firstYearMet }),
    ...target.closings.flatMap((closing) => {
      const { now, needs, best, allowed } = closing;
      const input = { finding: 'target closed', ...own, input: closing.quantity, inputItem: closing.item };
      const [low, high] = allowed;
      return [
        ...parts(
          { ...input, unit: closing.unit },
          { now, needed: needs, 'allowed low': low, 'allowed high': high },
        ),
        ...parts({ ...input, unit }, { 'nearest value': best }),
      ];
    }),
  ];
}

function registerRows({ register, uncertainty }: Findings): readonly FindingRow[] {
  if (register === undefined) return [];
  const impacts = register.rows.flatMap(({ name, year, impacts, response }) =>
    impacts.flatMap(({ scenario, inherent, current, residual }) => {
      const own = { finding: 'impact', name, scenario, year, unit: register.unit };
      return [
        ...parts({ ...own, strategy: register.inherent }, { inherent }),
        ...parts({ ...own, strategy: register.current ?? '' }, { current }),
        ...parts({ ...own, strategy: response.strategy }, { residual }),
      ];
    }),
  );
  const drawn = (uncertainty?.register ?? []).flatMap(
    ({ row: name, scenario, strategy, amount, reaching }) => {
      const year = register.rows.find((one) => one.name === name)?.year ?? Number.NaN;
      const own = { finding: 'impact in draws', name, scenario, strategy, year, unit: register.unit };
      return [
        { ...own, part: 'mean', value: amount.mean, error: amount.meanError },
        ...PERCENTILES.map((part, at) => ({
          ...{ ...own, part, value: amount.percentiles[at] },
          error: amount.percentileErrors[at] ?? Number.NaN,
        })),
        ...parts(own, { shortfall_low: amount.lowTail, shortfall_high: amount.highTail }),
        ...reaching.map(({ chance: value, error }, at) => ({
          ...own,
          finding: 'chance of impact',
          ...{ part: register.impactBands[at] ?? '', value, error, unit: SHARE },
        })),
      ];
    },
  );
  const uncovered = register.uncovered.map((driver): FindingRow => {
    const { headline: name, scenario, strategy, year, quantity: input, item: inputItem } = driver;
    const { change: value, unit } = driver;
    return {
      finding: 'driver without a row',
      ...{ name, scenario, strategy, year, input, inputItem, part: 'change', value, unit },
    };
  });
  return [...impacts, ...drawn, ...uncovered];
}

function drawnRows(
  { targets, checks, drivers, shifts }: UncertaintyFinding,
  { targets: goals }: Findings,
): readonly FindingRow[] {
  return [
    ...targets.map(({ target: name, item, scenario, strategy, chance: value, error }): FindingRow => {
      const year = goals.find((one) => one.name === name)?.year ?? Number.NaN;
      const own = { name, item, scenario, strategy, year };
      return { finding: 'chance of target', ...own, part: 'chance', value, unit: SHARE, error };
    }),
    ...checks.map(({ name, scenario, strategy, chance: value, error }): FindingRow => {
      return { finding: 'check broken', name, scenario, strategy, part: 'chance', value, unit: SHARE, error };
    }),
    ...drivers.flatMap(({ headline: name, scenario, strategy, year, drivers: shares, assumed }) =>
      [
        ...shares.map(({ input, together, ...index }) => ({
          input: together.length > 1 ? together.join('; ') : input === '' ? 'all others' : input,
          index,
        })),
        { input: 'all assumed inputs', index: assumed },
      ].flatMap(({ input, index }): readonly FindingRow[] => {
        const own = { finding: 'share of the spread', name, scenario, strategy, year, input, unit: SHARE };
        return [
          { ...own, part: 'first order', value: index.first, error: index.firstError },
          { ...own, part: 'total', value: index.total, error: index.totalError },
        ];
      }),
    ),
    ...shifts.flatMap((shift): readonly FindingRow[] => {
      const { headline: name, scenario, strategy, year, unit, central, mean, asymmetry } = shift;
      const { curvature: value, curvatureError: error } = shift;
      const own = { finding: 'mean against central', name, scenario, strategy, year, unit };
      return [
        ...parts(own, { central, mean, asymmetry }),
        { ...own, part: 'curvature', value, ...(error > 0 ? { error } : {}) },
        ...shift.inputs.map(({ input, item: inputItem, shift: value }) => ({
          ...{ ...own, input, inputItem, part: 'asymmetry', value },
        })),
      ];
    }),
  ];
}

function evidenceRows({ evidence }: Findings): readonly FindingRow[] {
  return evidence.flatMap(({ headline: name, strategy, year, values, heaviest, ...by }) => {
    const own = { finding: 'evidence', name, strategy, year, unit: SHARE };
    const graded = (way: string, shares: Shares | undefined): readonly FindingRow[] =>
      Object.entries(shares ?? {}).map(([grade, value]) => ({ ...own, part: `${grade} by ${way}`, value }));
    return [
      ...parts(own, { values }),
      ...graded('count', by.byCount),
      ...graded('weight', by.byWeight),
      ...graded('spread', by.bySpread),
      ...heaviest.map(({ quantity: input, item: inputItem, weight: value }) => ({
        ...{ ...own, input, inputItem, part: 'weight', value },
      })),
    ];
  });
}

const reconciliationRows = ({ reconciliation }: Findings): readonly FindingRow[] =>
  reconciliation.flatMap(({ name, left, right, difference, relative, within, unit }) => [
    ...parts({ finding: 'reconciliation', name, unit }, { left: left.value, right: right.value, difference }),
    ...parts({ finding: 'reconciliation', name, unit: SHARE }, { 'relative difference': relative, within }),
  ]);

/** What the model computes of a later year, beside what was published of it. */
const backtestRows = ({ backtest }: Findings): readonly FindingRow[] =>
  backtest.flatMap(({ name, year, unit, computed, published, errors }) => {
    const own = { finding: 'backtest', name, year };
    return [
      ...parts({ ...own, unit }, { published: published?.value }),
      ...computed.flatMap(({ scenario, strategy, value }, place) => [
        ...parts({ ...own, scenario, strategy, unit }, { computed: value }),
        ...parts({ ...own, scenario, strategy, unit: SHARE }, { 'relative error': errors?.[place] }),
      ]),
    ];
  });

/** What charts of regret show, whether or not the study declares decisions. */
const regretRows = ({ regrets, quantities }: Findings): readonly FindingRow[] =>
  regrets.flatMap(({ quantity: name, year, scenarios, strategies }) =>
    strategies.flatMap(({ strategy, costs, regrets: own, largest }) => {
      const common = { finding: 'regret', name, strategy, year, unit: quantities.get(name)?.unit ?? '' };
      return [
        ...scenarios.flatMap((scenario, place) =>
          parts({ ...common, scenario }, { cost: costs[place], regret: own[place] }),
        ),
        ...parts(common, { largest }),
      ];
    }),
  );

/** One row a number; a number that does not exist, such as a year in which a target is never met, has none. */
export function findingRows(findings: Findings): readonly FindingRow[] {
  const { targets, uncertainty } = findings;
  return [
    ...targets.flatMap(targetRows),
    ...registerRows(findings),
    ...(uncertainty === undefined ? [] : drawnRows(uncertainty, findings)),
    ...evidenceRows(findings),
    ...regretRows(findings),
    ...reconciliationRows(findings),
    ...backtestRows(findings),
  ].filter(({ value }) => value !== undefined);
}

/** All of them, in long form. */
export function findingsCsv(findings: Findings): string {
  const cells = (row: FindingRow): readonly Cell[] => [
    ...[row.finding, row.name, row.item, row.scenario, row.strategy, row.year],
    ...[row.input, row.inputItem, row.part, row.value, row.unit, row.error],
  ];
  return csv(
    FINDINGS.map(({ column }) => column),
    findingRows(findings).map(cells),
  );
}
