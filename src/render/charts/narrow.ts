// A picture for a phone: the same data, panels below each other, as high as they need; for the kinds that can be so narrow.
import { tableHeight } from './abatement_curve_panels.ts';
import { drawnFrom, type Shows } from './bodies.ts';
import type { Drawing } from './chart.ts';
import { narrowHeatMapHeight } from './heat_map_narrow.ts';
import { type LegendEntry, legendHeight } from './legend.ts';
import { narrowRegretHeight } from './regret_panel.ts';

const WIDTH = 340;
/** Titles, gaps and axes of a panel beside its plot. */
const AROUND = 44;
const FOOT = 48;
const PLOT = 180;
const ROW = 26;
const LYING = 58;

interface NarrowDrawing extends Drawing {
  readonly width: number;
  readonly height: number;
}

/** Scenario and strategy of each panel in one line. */
const titles = (columns: readonly string[], rows: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    [rows[Math.floor(index / columns.length)] ?? '', columns[index % columns.length] ?? '']
      .filter((title) => title !== '')
      .join(' · '),
  );

interface Panelled {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly panels: readonly unknown[];
}

const below = <Picture extends Panelled>(picture: Picture): Picture => ({
  ...picture,
  columns: [''],
  rows: titles(picture.columns, picture.rows, picture.panels.length),
});

/** Data whose panels stand below each other, what each needs for its plot, and the key above them. */
interface Stacked {
  readonly shows: Shows;
  readonly plot: number;
  readonly key: readonly LegendEntry[];
}

function stacked(shows: Exclude<Shows, { readonly kind: 'heat_map' | 'regret' }>): Stacked {
  switch (shows.kind) {
    case 'lines': {
      const { picture } = shows;
      const { panels } = picture;
      const columns = Math.ceil(panels.length / (picture.rows?.length ?? 1));
      const heads = panels.map(({ title }, index) =>
        picture.rows ? (panels[index % columns]?.title ?? '') : title,
      );
      const rows = heads.map((head, index) =>
        [picture.rows?.[Math.floor(index / columns)] ?? '', head].filter((title) => title !== '').join(' · '),
      );
      const bare = panels.map((panel) => ({ ...panel, title: '' }));
      return {
        shows: { kind: 'lines', picture: { ...picture, rows, panels: bare } },
        plot: PLOT,
        key: picture.legend ?? [],
      };
    }
    case 'fans':
      return {
        shows: { kind: 'fans', picture: below(shows.picture) },
        plot: PLOT,
        key: shows.picture.legend,
      };
    case 'stacks': {
      const key = (shows.picture.panels[0]?.parts ?? []).map(
        ({ name }) => ({ mark: 'box', color: '', label: name }) as const,
      );
      return { shows: { kind: 'stacks', picture: below(shows.picture) }, plot: PLOT, key };
    }
    case 'groups': {
      const key = shows.picture.key
        ? shows.picture.bars.map(({ name, color }) => ({ mark: 'box', color, label: name }) as const)
        : [];
      return { shows: { kind: 'groups', picture: below(shows.picture) }, plot: PLOT + ROW * 2, key };
    }
    case 'waterfall':
      return {
        shows: { kind: 'waterfall', picture: below(shows.picture) },
        plot: ((shows.picture.panels[0]?.length ?? 0) + 1) * ROW,
        key: [],
      };
    case 'lying':
      return { shows, plot: shows.picture.bars.length * LYING, key: shows.picture.legend };
    case 'curves':
      return {
        shows: { kind: 'curves', picture: below(shows.picture) },
        plot: PLOT + tableHeight(shows.picture.panels),
        key: [],
      };
  }
}

/** The same data in its narrow form, and how high that is; no height where a phone can only show it by scrolling. */
function narrowed(shows: Shows): { readonly shows: Shows; readonly height: number | undefined } {
  if (shows.kind === 'heat_map') return { shows, height: narrowHeatMapHeight(shows.picture, WIDTH) };
  if (shows.kind === 'regret') return { shows, height: narrowRegretHeight(shows.picture, WIDTH) };
  const made = stacked(shows);
  const { picture } = made.shows;
  const count = 'panels' in picture ? picture.panels.length : 1;
  const height = legendHeight(made.key, WIDTH) + Math.max(1, count) * (made.plot + AROUND) + FOOT;
  return { shows: made.shows, height };
}

/** @returns undefined where a phone can only show it by scrolling */
export function drawNarrow(shows: Shows | undefined): NarrowDrawing | undefined {
  const made = shows === undefined ? undefined : narrowed(shows);
  if (made?.height === undefined) return undefined;
  const area = { width: WIDTH, height: made.height };
  return { ...drawnFrom(made.shows, area), ...area };
}
