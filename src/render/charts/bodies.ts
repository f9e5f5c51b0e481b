// What a picture shows beside how it is drawn, from one and the same data: so that a deck can show it as a chart of its own.
import type { Picture } from './chart.ts';
import { drawFans, type FanPicture } from './fan_panels.ts';
import { drawGroups, type GroupPicture } from './group_panels.ts';
import { drawHeatMap, type HeatMapPicture } from './heat_map_panels.ts';
import { drawLines, type LinePicture } from './line_panels.ts';
import { drawLyingBars, type LyingPicture } from './lying_bars.ts';
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
  | { readonly kind: 'regret'; readonly picture: RegretPicture }
  | { readonly kind: 'heat_map'; readonly picture: HeatMapPicture };

type Body = Pick<Picture, 'shows' | 'draw'>;

export const asLines = (picture: LinePicture): Body => ({
  shows: { kind: 'lines', picture },
  draw: (area) => drawLines(picture, area),
});

export const asFans = (picture: FanPicture): Body => ({
  shows: { kind: 'fans', picture },
  draw: (area) => drawFans(picture, area),
});

export const asStacks = (picture: StackPicture): Body => ({
  shows: { kind: 'stacks', picture },
  draw: (area) => drawStacks(picture, area),
});

export const asGroups = (picture: GroupPicture): Body => ({
  shows: { kind: 'groups', picture },
  draw: (area) => drawGroups(picture, area),
});

export const asWaterfall = (picture: WaterfallPicture): Body => ({
  shows: { kind: 'waterfall', picture },
  draw: (area) => drawWaterfall(picture, area),
});

export const asLyingBars = (picture: LyingPicture): Body => ({
  shows: { kind: 'lying', picture },
  draw: (area) => drawLyingBars(picture, area),
});

export const asHeatMap = (picture: HeatMapPicture): Body => ({
  shows: { kind: 'heat_map', picture },
  draw: (area) => drawHeatMap(picture, area),
});

export const asRegret = (picture: RegretPicture): Body => ({
  shows: { kind: 'regret', picture },
  draw: (area) => drawRegret(picture, area),
});
