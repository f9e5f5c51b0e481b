// Rule: a chart names a known kind, and what that kind can draw; the kinds say what they need, the chart stage draws it.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Chart, Program, Quantity, Study } from '../resolve/index.ts';

/** What a chart file of one kind must name. */
export interface ChartNeeds {
  readonly quantities: 'none' | 'one' | 'some';
  /** What the one quantity must be: a total, by the elements of a set, aimed at by a target. */
  readonly of?: 'total' | 'elements' | 'target';
  readonly register?: boolean;
  /** A study that draws. */
  readonly draws?: boolean;
}

export type ChartKinds = Readonly<Record<string, { readonly needs: ChartNeeds }>>;

/** Every chart of the study against the kinds that can be drawn. */
export function checkCharts(program: Program, kinds: ChartKinds): readonly Diagnostic[] {
  const { study } = program;
  if (study === undefined) return [];
  return study.charts.flatMap((chart) => {
    const names = Object.keys(kinds);
    const kind = names.includes(chart.kind) ? kinds[chart.kind] : undefined;
    if (kind !== undefined) return checkNeeds(chart, kind.needs, program, study);
    const help = didYouMean(chart.kind, names) ?? `kinds: ${names.join(', ')}`;
    return [error('chart/kind', `${chart.kind} is not a kind of chart`, chart.kindSpan, { help })];
  });
}

function checkNeeds(chart: Chart, needs: ChartNeeds, program: Program, study: Study): readonly Diagnostic[] {
  const fault = (message: string, help?: string): readonly Diagnostic[] => [
    error('chart/needs', `${chart.kind} ${message}`, chart.quantitiesSpan, { help }),
  ];
  const count = chart.quantities.length;
  if (needs.register && study.register === undefined)
    return fault('draws the register, and the study has none', 'add register: to the study');
  if (needs.draws && study.uncertainty === undefined)
    return fault('shows draws, and the study takes none', 'add uncertainty: to the study');
  if (needs.quantities === 'none') return count === 0 ? [] : fault('takes no quantities');
  if (count === 0) return fault('needs quantities', 'add quantities: [...]');
  if (needs.quantities === 'one' && count > 1) return fault(`draws one quantity, here are ${count}`);
  const quantities = chart.quantities.flatMap((name) => program.quantities.get(name) ?? []);
  const still = quantities.find(({ over }) => over === 'base');
  if (still !== undefined) return fault(`draws years, and ${still.name} is known for the base year alone`);
  const [one] = quantities;
  return one === undefined ? [] : checkSubject(one, needs.of, program, study, fault);
}

function checkSubject(
  quantity: Quantity,
  of: ChartNeeds['of'],
  program: Program,
  study: Study,
  fault: (message: string, help?: string) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const { name } = quantity;
  switch (of) {
    case 'total':
      if (program.totals.has(name)) return [];
      return fault(
        `draws what adds to a total, and ${name} is none`,
        `totals: ${[...program.totals.keys()].join(', ')}`,
      );
    case 'elements':
      return quantity.sets.length > 0 ? [] : fault(`draws the elements of a set, and ${name} has none`);
    case 'target':
      if (study.targets.some((target) => target.quantity === name)) return [];
      return fault(
        `draws targets, and no target of the company aims at ${name}`,
        'add one to targets: in the company file',
      );
    case undefined:
      return [];
  }
}
