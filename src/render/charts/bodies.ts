// What a picture shows beside how it is drawn, from one and the same data: so that a deck can show it as a chart of its own.
import { type CurvePicture, drawCurves } from './abatement_curve_panels.ts';
import type { Area, Drawing, Picture } from './chart.ts';
import { drawFans, type FanPicture } from './fan_panels.ts';
import { drawGroups, type GroupPicture } from './group_panels.ts';
import { drawNarrowHeatMap } from './heat_map_narrow.ts';
import { drawHeatMap, type HeatMapPicture } from './heat_map_panels.ts';
import { drawLines, type LinePicture } from './line_panels.ts';
import { drawLyingBars, type LyingPicture } from './lying_bars.ts';
import { isNarrow } from './panels.ts';
import { drawRegret, type RegretPicture } from './regret_panel.ts';
import { drawStacks, type StackPicture } from './stack_panels.ts';
import { drawWaterfall, type WaterfallPicture } from './waterfall_panels.ts';

/** The data of a body, in the unit shown. */
export type Shows =
  | { readonly kind: 'lines'; readonly picture: LinePicture }
  | { readonly kind: 'fans'; readonly picture: FanPicture }
  | { readonly kind: 'stacks'; readonly picture: StackPicture }
  | { readonly kind: 'groups'; readonly picture: GroupPicture }
  | { readonly kind: 'waterfall'; readonly picture: WaterfallPicture }
  | { readonly kind: 'lying'; readonly picture: LyingPicture }
  | { readonly kind: 'curves'; readonly picture: CurvePicture }
  | { readonly kind: 'regret'; readonly picture: RegretPicture }
  | { readonly kind: 'heat_map'; readonly picture: HeatMapPicture };

type Body = Pick<Picture, 'shows' | 'draw'>;

/** Draws the data of a body. */
export function drawnFrom(shows: Shows, area: Area): Drawing {
  switch (shows.kind) {
    case 'lines':
      return drawLines(shows.picture, area);
    case 'fans':
      return drawFans(shows.picture, area);
    case 'stacks':
      return drawStacks(shows.picture, area);
    case 'groups':
      return drawGroups(shows.picture, area);
    case 'waterfall':
      return drawWaterfall(shows.picture, area);
    case 'lying':
      return drawLyingBars(shows.picture, area);
    case 'curves':
      return drawCurves(shows.picture, area);
    case 'heat_map':
      return (isNarrow(area) ? drawNarrowHeatMap : drawHeatMap)(shows.picture, area);
    case 'regret':
      return drawRegret(shows.picture, area);
  }
}

const body = (shows: Shows): Body => ({ shows, draw: (area) => drawnFrom(shows, area) });

export const asLines = (picture: LinePicture): Body => body({ kind: 'lines', picture });

export const asFans = (picture: FanPicture): Body => body({ kind: 'fans', picture });

export const asStacks = (picture: StackPicture): Body => body({ kind: 'stacks', picture });

export const asGroups = (picture: GroupPicture): Body => body({ kind: 'groups', picture });

export const asWaterfall = (picture: WaterfallPicture): Body => body({ kind: 'waterfall', picture });

export const asLyingBars = (picture: LyingPicture): Body => body({ kind: 'lying', picture });

export const asCurves = (picture: CurvePicture): Body => body({ kind: 'curves', picture });

export const asHeatMap = (picture: HeatMapPicture): Body => body({ kind: 'heat_map', picture });

export const asRegret = (picture: RegretPicture): Body => body({ kind: 'regret', picture });
