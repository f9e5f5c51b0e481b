// Rule: a chart names a known kind, and what that kind can draw; the kinds say what they need, the chart stage draws it.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Chart, Program, Quantity, Study } from '../resolve/index.ts';

/** What a chart file of one kind must name. */
export interface ChartNeeds {
  readonly quantities: 'none' | 'one' | 'some';
  /** What the first quantity must be: a total, by the elements of a set, aimed at by a target; or all by the elements of one set. */
  readonly of?: 'total' | 'elements' | 'alike' | 'target';
  /** A quantity for the widths of the bars, by the elements of the first; all others are levels without a set. */
  readonly width?: boolean;
  readonly register?: boolean;
  /** A study that draws. */
  readonly draws?: boolean;
  /** What is known for the base year alone can be drawn too. */
  readonly still?: boolean;
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
  if (still !== undefined && !needs.still)
    return fault(`draws years, and ${still.name} is known for the base year alone`);
  const [one, ...levels] = quantities;
  if (one === undefined) return [];
  const other = levels.find(({ sets }) => sets.join() !== one.sets.join());
  if (needs.of === 'alike' && other !== undefined)
    return fault(`puts the same elements side by side, and ${one.name} and ${other.name} have others`);
  return [
    ...checkSubject(one, needs.of, program, study, fault),
    ...checkWidth(chart, needs, one, levels, program),
  ];
}

/** Bars have a width each: of the same elements as their heights; what they are held against has one value a year. */
function checkWidth(
  chart: Chart,
  needs: ChartNeeds,
  heights: Quantity,
  levels: readonly Quantity[],
  program: Program,
): readonly Diagnostic[] {
  const fault = (message: string, help?: string): readonly Diagnostic[] => [
    error('chart/needs', `${chart.kind} ${message}`, chart.widthSpan, { help }),
  ];
  if (!needs.width) return chart.width === undefined ? [] : fault('has no bars with a width of their own');
  if (chart.width === undefined) return fault('needs width: the quantity that says how wide each bar is');
  const widths = program.quantities.get(chart.width);
  if (widths === undefined) return [];
  if (widths.over === 'base')
    return fault(`draws years, and ${widths.name} is known for the base year alone`);
  if (widths.sets.join() !== heights.sets.join())
    return fault(
      `needs widths and heights of the same elements; ${widths.name} is by ${said(widths)}, ${heights.name} by ${said(heights)}`,
    );
  const level = levels.find(({ sets }) => sets.length > 0);
  return level === undefined
    ? []
    : fault(`holds bars against one level, and ${level.name} is by ${said(level)}`);
}

const said = ({ sets }: Quantity): string => (sets.length === 0 ? 'no set' : sets.join(' and '));

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
        program.totals.size === 0
          ? 'the models declare no total'
          : `totals: ${[...program.totals.keys()].join(', ')}`,
      );
    case 'elements':
    case 'alike':
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
