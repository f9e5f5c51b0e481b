// Panels of bars in groups, scenarios across and strategies down: the quarters of each year, or several quantities of each element.
import type { Area, Drawing, Json } from './chart.ts';
import type { LegendEntry } from './legend.ts';
import { axisValues, fixed, signed } from './numbers.ts';
import { assemble, type Grid, grid } from './panels.ts';
import { ruleLayers, type Text, textLayers } from './pixels.ts';
import { balanced, textWidth } from './text.ts';
import { COLOUR, SIZE } from './theme.ts';

export interface Bar {
  readonly name: string;
  readonly color: string;
}

/** One panel: for each group the values of its bars, and a line to write below its name. */
export interface GroupPanel {
  readonly values: readonly (readonly number[])[];
  readonly below: readonly string[];
}

export interface GroupPicture {
  readonly groups: readonly string[];
  /** The bars of a group, the same in every group and panel. */
  readonly bars: readonly Bar[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row. */
  readonly panels: readonly GroupPanel[];
  readonly decimals: number;
  /** Bars are told apart by their colours, so the colours need a key. */
  readonly key: boolean;
  /** Values are differences, written with their sign. */
  readonly signed?: boolean;
}

const LINE = 18;
/** Slots between two groups. */
const BETWEEN = 1;
/** Between the labels of two bars. */
const LABEL_GAP = 4;
/** Share of a slot between two bars. */
const GAP = 0.12;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly decimals: number;
}

/** Values at the axis that all panels share. */
export function groupTicks({ panels, rows, signed }: GroupPicture): readonly number[] {
  const all = panels.flatMap(({ values }) => values.flat());
  // The number below a falling bar must not stand on the last line of the axis.
  const least = Math.min(0, ...all) * (signed ? 1.06 : 1);
  return axisValues(least, Math.max(0, ...all), rows.length > 1 ? 4 : 5);
}

/** Draws the panels. */
export function drawGroups(picture: GroupPicture, area: Area): Drawing {
  const ticks = groupTicks(picture);
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const scale: Scale = { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, decimals };
  const axis = Math.ceil(Math.max(...ticks.map((tick) => textWidth(fixed(tick, decimals), SIZE.label)))) + 14;
  const legend = picture.key
    ? picture.bars.map(({ name, color }): LegendEntry => ({ mark: 'box', color, label: name }))
    : [];
  const wish = { columns: picture.columns, rows: picture.rows, axis, labels: 8, head: 22, legend };
  // How wide a group is decides over how many lines its name goes, and so how high the foot is.
  const wide = grid(area, { ...wish, foot: 0 }).width / Math.max(1, picture.groups.length);
  const names = picture.groups.map((name) => balanced(name, wide - 6, SIZE.label, false, 3));
  const lines = Math.max(...names.map((name) => name.length), 1);
  const written = picture.panels.some(({ below }) => below.some((text) => text !== ''));
  // Names stand once, below the last row, unless what is written below them differs by panel.
  const made = grid(area, { ...wish, foot: (lines + (written ? 1 : 0)) * LINE + 12, feet: written });
  const last = picture.panels.length - picture.columns.length;
  return assemble(
    made,
    picture.panels.map((panel, index) => [
      ...barLayers(panel, picture, scale, made, index % picture.columns.length === 0),
      ...textLayers([
        ...(written || index >= last ? feet(panel, names, lines, made) : []),
        ...labels(panel, picture, scale, made),
      ]),
    ]),
  );
}

const slotsOf = ({ groups, bars }: GroupPicture): number => groups.length * (bars.length + BETWEEN);

/** The place of a bar among the slots of its panel. */
const slotOf = ({ bars }: GroupPicture, group: number, bar: number): number =>
  group * (bars.length + BETWEEN) + bar;

const heightOf = (value: number, scale: Scale, made: Grid): number =>
  (1 - (value - scale.low) / (scale.high - scale.low)) * made.height;

function barLayers(
  panel: GroupPanel,
  picture: GroupPicture,
  scale: Scale,
  made: Grid,
  values: boolean,
): Json[] {
  const rows = panel.values.flatMap((group, index) =>
    group.map((value, bar) => ({
      slot: slotOf(picture, index, bar),
      group: picture.groups[index] ?? '',
      bar: picture.bars[bar]?.name ?? '',
      value,
      color: picture.bars[bar]?.color ?? COLOUR.ink,
    })),
  );
  const zero = heightOf(0, scale, made);
  return [
    {
      data: { values: rows },
      mark: { type: 'bar' },
      encoding: {
        x: {
          field: 'slot',
          type: 'ordinal',
          scale: {
            // Room between groups is a slot without a bar; half of one stands before the first group and after the last.
            domain: Array.from({ length: slotsOf(picture) - BETWEEN }, (_, slot) => slot),
            paddingInner: GAP,
            paddingOuter: (BETWEEN + GAP) / 2,
          },
          axis: null,
        },
        y: {
          field: 'value',
          type: 'quantitative',
          scale: { domain: [scale.low, scale.high], nice: false },
          axis: { values: scale.ticks, labels: values, format: `,.${scale.decimals}f` },
        },
        color: { field: 'color', type: 'nominal', scale: null, legend: null },
      },
    },
    ...ruleLayers([{ x: 0, y: zero, x2: made.width, y2: zero, color: COLOUR.ink }]),
  ];
}

function feet(panel: GroupPanel, names: readonly (readonly string[])[], lines: number, made: Grid): Text[] {
  const wide = made.width / Math.max(1, names.length);
  return names.flatMap((name, index): Text[] => {
    const x = (index + 0.5) * wide;
    const base = { x, align: 'center', baseline: 'top', lineHeight: LINE } as const;
    const below = panel.below[index] ?? '';
    return [
      { ...base, y: made.height + 10, text: name, color: COLOUR.grey },
      ...(below === '' ? [] : [{ ...base, y: made.height + 10 + lines * LINE, text: below, bold: true }]),
    ];
  });
}

interface Labelling {
  readonly decimals: number;
  /** From the middle of one label of a group to the middle of the next: that of the bars, or more where they are thin. */
  readonly pitch: number;
}

const spelled = (value: number, decimals: number, { signed: withSign }: GroupPicture): string =>
  withSign ? signed(value, decimals) : fixed(value, decimals);

/**
 * How the value of every bar fits above it, with as many decimals as the picture has or as few as one. The labels of a
 * group may stand wider than its bars, into the room between groups; none where even that is too narrow, or where the
 * sums below say enough.
 */
function labelling(picture: GroupPicture, made: Grid): Labelling | undefined {
  if (picture.panels.some(({ below }) => below.some((text) => text !== ''))) return undefined;
  const slot = made.width / slotsOf(picture);
  const count = picture.bars.length;
  const room = slot * (count + BETWEEN) - LABEL_GAP;
  const all = picture.panels.flatMap(({ values }) => values.flat());
  const tried = Array.from({ length: picture.decimals + 1 }, (_, less) => picture.decimals - less);
  return tried
    .filter((decimals) => decimals >= Math.min(1, picture.decimals))
    .map((decimals) => {
      const widest = Math.max(
        0,
        ...all.map((value) => textWidth(spelled(value, decimals, picture), SIZE.label)),
      );
      return { decimals, pitch: Math.max(slot, widest + LABEL_GAP), widest };
    })
    .find(({ pitch, widest }) => pitch * (count - 1) + widest <= room);
}

function labels(panel: GroupPanel, picture: GroupPicture, scale: Scale, made: Grid): Text[] {
  const found = labelling(picture, made);
  if (found === undefined) return [];
  const wide = made.width / Math.max(1, picture.groups.length);
  return panel.values.flatMap((values, group) =>
    values.map(
      (value, bar): Text => ({
        x: (group + 0.5) * wide + (bar - (values.length - 1) / 2) * found.pitch,
        y: heightOf(value, scale, made) + (value < 0 ? 4 : -4),
        text: spelled(value, found.decimals, picture),
        align: 'center',
        baseline: value < 0 ? 'top' : 'bottom',
      }),
    ),
  );
}
