// The measures of a plan file: which levers each moves in each scenario, from where to where, and who says so.
import { error } from '../diagnostics/index.ts';
import { keyAt, type PlanFile, type Provenance, type ValueForm } from '../parse/index.ts';
import { type InputContext, type Laid, layOver, wholeCells } from './inputs.ts';
import type { Lever, PlanMeasure } from './planning-types.ts';
import type { ReportContext } from './reports.ts';
import type { Origin } from './types.ts';

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
      if (file.measures.get(name)?.values.size === 0)
        diagnostics.push(
          error('plan/lever', `${name} moves no lever`, keyAt(spans, 'measures', name, 'values'), {
            help: 'write the levers as they are when it is complete, for example green_share: 60 %',
          }),
        );
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
      const names = [...values.keys()];
      const before = only(names, laid);
      const after = layOver(before, [layer], context);
      return [scenario, moved(names, ground.override(before), ground.override(after))];
    }),
  );
}

/** What layers gave some inputs: a measure looks at no others, and most of a study's stay as they are. */
function only(names: readonly string[], { cells, setIn, faulty }: Laid): Laid {
  const among = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map(
      names.flatMap((name) => {
        const found = map.get(name);
        return found === undefined ? [] : [[name, found]];
      }),
    );
  return { cells: among(cells), setIn: among(setIn), faulty };
}

function moved(names: readonly string[], before: Laid, after: Laid): readonly Lever[] {
  return names.flatMap((quantity) =>
    (wholeCells(quantity, after) ?? []).flatMap(({ values, origin }, cell): readonly Lever[] => {
      const without = wholeCells(quantity, before)?.[cell]?.values ?? [];
      return values.every((value, time) => value === without[time])
        ? []
        : [{ quantity, cell, without, complete: values, origin }];
    }),
  );
}
