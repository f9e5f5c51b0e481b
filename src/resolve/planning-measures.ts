// The measures of a plan file: which levers each moves in each scenario, from where to where, and who says so.
import { error } from '../diagnostics/index.ts';
import { keyAt, type PlanFile, type Provenance, type ValueForm } from '../parse/index.ts';
import { complete, type InputContext, type Laid, layOver } from './inputs.ts';
import type { Lever, PlanMeasure } from './planning-types.ts';
import type { ReportContext } from './reports.ts';
import type { Origin, ResolvedInput } from './types.ts';

/** What the files of the study say before measures come on top. */
export interface LeverGround {
  readonly inputs: InputContext;
  /** What they give a strategy in each scenario. */
  readonly laid: (strategy: string) => ReadonlyMap<string, Laid>;
  /** Lays `--set` over all files. */
  readonly override: (laid: Laid) => Laid;
}

const HELP = 'add assumed: why with a confidence, or source: [key, place]';

/** Every measure of the file, and the origins of its values. */
export function resolveMeasures(
  file: PlanFile,
  ground: LeverGround,
  { diagnostics }: ReportContext,
): { readonly measures: readonly PlanMeasure[]; readonly origins: readonly Origin[] } {
  const { content, spans } = file;
  const taken = new Map<string, string>();
  const origins: Origin[] = [];
  const measures = Object.entries(content.measures).map(
    ([name, { title, extent, ramp = '1 year' }]): PlanMeasure => {
      const levers = leversOf(name, file, ground);
      const unsourced = new Set<string>();
      for (const { quantity, cell, origin } of [...levers.values()].flat()) {
        const key = `${quantity} ${cell}`;
        const other = taken.get(key) ?? name;
        const span = keyAt(spans, 'measures', name, 'values', quantity);
        if (other !== name)
          diagnostics.push(
            error('plan/lever', `${other} and ${name} both move ${quantity}`, span, {
              help: 'a lever belongs to one measure; extent: part lets less of it be done',
            }),
          );
        taken.set(key, name);
        origins.push(origin);
        if (origin.provenance !== undefined || unsourced.has(quantity)) continue;
        unsourced.add(quantity);
        diagnostics.push(
          error('source/missing', `${quantity} has a value without a source`, span, { help: HELP }),
        );
      }
      return {
        name,
        title,
        extent,
        ramp: Number.parseInt(ramp, 10),
        levers,
        span: keyAt(spans, 'measures', name),
      };
    },
  );
  return { measures, origins };
}

/** What the values of a measure move in each scenario. */
function leversOf(name: string, file: PlanFile, ground: LeverGround): ReadonlyMap<string, readonly Lever[]> {
  const read = file.measures.get(name);
  const values: ReadonlyMap<string, ValueForm> = read?.values ?? new Map();
  const provenance: Provenance | undefined = read?.provenance;
  const layer = {
    layer: 'strategy' as const,
    file: file.path,
    spans: file.spans,
    at: ['measures', name],
    values,
    provenance,
    extendsEarlier: true,
  };
  return new Map(
    [...ground.laid(file.content.from)].map(([scenario, laid], index) => {
      // Every scenario would find the same faults.
      const context = index === 0 ? ground.inputs : { ...ground.inputs, diagnostics: [] };
      const inputsOf = (from: Laid) => complete(ground.override(from), context).inputs;
      return [scenario, moved([...values.keys()], inputsOf(laid), inputsOf(layOver(laid, [layer], context)))];
    }),
  );
}

function moved(
  names: readonly string[],
  before: ReadonlyMap<string, ResolvedInput>,
  after: ReadonlyMap<string, ResolvedInput>,
): readonly Lever[] {
  return names.flatMap((quantity) =>
    (after.get(quantity) ?? []).flatMap(({ values, origin }, cell): readonly Lever[] => {
      const without = before.get(quantity)?.[cell]?.values ?? [];
      return values.every((value, time) => value === without[time])
        ? []
        : [{ quantity, cell, without, complete: values, origin }];
    }),
  );
}
