// The table of chart kinds: for the render stage, for `list charts`, and for whoever checks chart files.
import { abatementCurve } from './abatement_curve.ts';
import { calendar } from './calendar.ts';
import type { Kind } from './chart.ts';
import { compare } from './compare.ts';
import { difference } from './difference.ts';
import { drivers } from './drivers.ts';
import { fan } from './fan.ts';
import { heatMap } from './heat_map.ts';
import { items } from './items.ts';
import { paths } from './paths.ts';
import { whole } from './picture.ts';
import { regret } from './regret.ts';
import { stacks } from './stacks.ts';
import { target } from './target.ts';
import { tornado } from './tornado.ts';
import { waterfall } from './waterfall.ts';

/** Kind by the name that a chart file gives it. */
export const kinds: Readonly<Record<string, Kind>> = {
  paths: whole(paths),
  target: whole(target),
  stacks: whole(stacks),
  items: whole(items),
  waterfall: whole(waterfall),
  fan: whole(fan),
  tornado: whole(tornado),
  drivers: whole(drivers),
  abatement_curve: whole(abatementCurve),
  calendar: whole(calendar),
  compare: whole(compare),
  difference: whole(difference),
  regret: whole(regret),
  heat_map: whole(heatMap),
};
