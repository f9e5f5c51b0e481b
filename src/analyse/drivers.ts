// What the spread of each headline comes from: Sobol indices of the inputs that matter, of all others together, and of what is assumed.
import type { Outcome } from '../diagnostics/index.ts';
import type { Study } from '../resolve/index.ts';
import {
  type DrawPlan,
  type DrawRequest,
  drawValues,
  type Run,
  type Stream,
  swapDraws,
} from '../simulate/index.ts';
import { sumOf } from './asked.ts';
import type { Sensitivity } from './sensitivity-types.ts';
import { sobolIndices } from './sobol.ts';
import type { Driver, DriverFinding } from './uncertainty-types.ts';

/** Draws of each sample; the errors of the indices say whether they are enough. */
const SIZE = 1024;
/** Inputs that get an index of their own; each costs another sample. */
const MOST = 12;

export type DriverRequest = Pick<DrawRequest, 'deviates' | 'workers' | 'block'>;

/** Inputs that cannot be told apart: the elements of one, and those that a correlation ties together. */
interface Factor {
  readonly inputs: readonly string[];
  readonly streams: readonly number[];
}

const inputOf = ({ name }: Stream): string => name.replace(/\[.*$/, '');

function factorsOf({ streams }: DrawPlan): readonly Factor[] {
  const keyOf = (key: Stream['key']): string => key.join(' ');
  const owner = new Map(streams.map((stream) => [keyOf(stream.key), inputOf(stream)]));
  /** Input -> the one that stands for its factor. */
  const heads = new Map<string, string>();
  const headOf = (input: string): string => {
    const head = heads.get(input) ?? input;
    return head === input ? input : headOf(head);
  };
  for (const stream of streams)
    for (const { key } of stream.mix ?? []) {
      const other = owner.get(keyOf(key));
      if (other !== undefined) heads.set(headOf(inputOf(stream)), headOf(other));
    }
  const found = new Map<string, { inputs: Set<string>; streams: number[] }>();
  for (const [index, stream] of streams.entries()) {
    const input = inputOf(stream);
    const factor = found.get(headOf(input)) ?? { inputs: new Set(), streams: [] };
    factor.inputs.add(input);
    factor.streams.push(index);
    found.set(headOf(input), factor);
  }
  return [...found.values()].map(({ inputs, streams: own }) => ({ inputs: [...inputs], streams: own }));
}

/** How much of all that moves a headline one at a time each input moves, where it moves most. */
function weightsOf(sensitivities: readonly Sensitivity[]): ReadonlyMap<string, number> {
  const effect = ({ low, high, central }: Sensitivity): number =>
    Math.abs((high ?? central) - (low ?? central));
  const all = new Map<string, number>();
  const place = ({ scenario, strategy, headline, year }: Sensitivity): string =>
    [scenario, strategy, headline, year].join('\n');
  for (const one of sensitivities) all.set(place(one), (all.get(place(one)) ?? 0) + effect(one));
  const weights = new Map<string, number>();
  for (const one of sensitivities) {
    const share = effect(one) / Math.max(all.get(place(one)) ?? 0, Number.MIN_VALUE);
    weights.set(one.quantity, Math.max(weights.get(one.quantity) ?? 0, share));
  }
  return weights;
}

/** Cases that are looked at: the register's residual strategy, or the last of the study, in every scenario. */
export function comparedCases(run: Run, study: Study): readonly number[] {
  const strategy = study.register?.residual ?? study.strategies.at(-1)?.name;
  return run.cases.flatMap(({ case: each }, index) => (each.strategy.name === strategy ? [index] : []));
}

/** The random numbers that a stream is made of. */
const numbersOf = (stream: Stream | undefined): readonly string[] =>
  (stream?.mix ?? (stream === undefined ? [] : [stream])).map(({ key }) => key.join(' '));

/** For each stream of a case whether the value that it moves is assumed, or correlated with one that is: they cannot be told apart. */
function assumedBy(run: Run, index: number, drawPlan: DrawPlan): readonly (readonly [number, boolean])[] {
  const each = run.cases[index]?.case;
  const own = (drawPlan.cases[index] ?? []).map(({ slot, cell, stream }) => {
    const name = run.plan.slots[slot]?.quantity ?? '';
    const origin = each?.inputs.get(name)?.[cell]?.origin;
    const assumed = (origin?.later ?? origin?.provenance)?.kind === 'assumed';
    return { stream, assumed, numbers: numbersOf(drawPlan.streams[stream]) };
  });
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { assumed, numbers } of own)
      if (assumed || numbers.some((key) => found.has(key))) for (const key of numbers) found.add(key);
  }
  return own.map(({ stream, numbers }) => [stream, numbers.some((key) => found.has(key))]);
}

/** The streams whose values are assumed: one group for all cases, and another where a value is assumed in one case and not in another. */
function assumedGroups(
  run: Run,
  cases: readonly number[],
  drawPlan: DrawPlan,
): { readonly groups: readonly (readonly number[])[]; readonly groupOf: readonly number[] } {
  const found: Map<number, boolean>[] = [];
  const groupOf = cases.map((index) => {
    const own = assumedBy(run, index, drawPlan);
    const fits = found.findIndex((known) =>
      own.every(([stream, assumed]) => (known.get(stream) ?? assumed) === assumed),
    );
    const group = fits < 0 ? found.push(new Map()) - 1 : fits;
    for (const [stream, assumed] of own) found[group]?.set(stream, assumed);
    return group;
  });
  const groups = found.map((known) => [...known].flatMap(([stream, assumed]) => (assumed ? [stream] : [])));
  return { groups, groupOf };
}

/** Indices of every headline at the medium horizon (the base year if it is over base). */
export async function findDrivers(
  run: Run,
  study: Study,
  drawPlan: DrawPlan,
  sensitivities: readonly Sensitivity[],
  request: DriverRequest,
): Promise<Outcome<readonly DriverFinding[]>> {
  const cases = comparedCases(run, study);
  if (cases.length === 0 || drawPlan.streams.length === 0) return { value: [], diagnostics: [] };
  const weights = weightsOf(sensitivities);
  const weight = ({ inputs }: Factor): number => Math.max(...inputs.map((input) => weights.get(input) ?? 0));
  const factors = factorsOf(drawPlan).toSorted((one, other) => weight(other) - weight(one));
  const [named, rest] = [factors.slice(0, MOST), factors.slice(MOST)];
  const assumed = assumedGroups(run, cases, drawPlan);
  const groups = [
    ...named.map(({ streams }) => streams),
    rest.flatMap(({ streams }) => streams),
    ...assumed.groups,
  ];
  const time = run.plan.years.indexOf(study.horizons.medium);
  const outputs = study.headlines.map((name) => ({
    over: 'base' as const,
    code: sumOf(run.plan, name, time),
  }));
  const swaps = { size: SIZE, groups };
  const drawn = await drawValues(run, cases, { ...request, drawPlan: swapDraws(drawPlan, swaps), outputs });
  if (drawn.value === undefined) return { diagnostics: drawn.diagnostics };
  const { program } = run;
  const findings = cases.flatMap((index, place) =>
    study.headlines.flatMap((headline, output): readonly DriverFinding[] => {
      const values = drawn.value?.[place]?.[output];
      const each = run.cases[index]?.case;
      if (values === undefined || each === undefined) return [];
      const sample = (at: number): Float64Array => values.subarray(at * SIZE, (at + 1) * SIZE);
      const indices = sobolIndices(
        sample(0),
        sample(1),
        groups.map((_, group) => sample(group + 2)),
      );
      const nothing = { first: 0, firstError: 0, total: 0, totalError: 0 };
      const titleOf = (input: string) => program.quantities.get(input)?.title ?? { en: input, zh: input };
      const drivers = named.map(({ inputs }, factor): Driver => {
        const [leading = ''] = inputs.toSorted(
          (one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0),
        );
        return {
          input: leading,
          title: titleOf(leading),
          together: inputs,
          ...(indices[factor] ?? nothing),
        };
      });
      const others: Driver = {
        input: '',
        title: { en: 'all others', zh: '其他所有输入' },
        together: rest.flatMap(({ inputs }) => inputs),
        ...(indices[named.length] ?? nothing),
      };
      return [
        {
          headline,
          scenario: each.scenario.name,
          strategy: each.strategy.name,
          year: program.quantities.get(headline)?.over === 'base' ? study.baseYear : study.horizons.medium,
          drivers: [...drivers.toSorted((one, other) => other.total - one.total), others],
          assumed: indices[named.length + 1 + (assumed.groupOf[place] ?? 0)] ?? nothing,
        },
      ];
    }),
  );
  return { value: findings, diagnostics: [] };
}
