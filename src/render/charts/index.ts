// The table of chart kinds with their pictures.
import { abatementCurve } from './abatement_curve.ts';
import { calendar } from './calendar.ts';
import type { Kind, Sketching } from './chart.ts';
import { compare } from './compare.ts';
import { difference } from './difference.ts';
import { drivers } from './drivers.ts';
import { fan } from './fan.ts';
import { heatMap } from './heat_map.ts';
import { items } from './items.ts';
import { chartKinds } from './kinds.ts';
import { paths } from './paths.ts';
import { whole } from './picture.ts';
import { regret } from './regret.ts';
import { stacks } from './stacks.ts';
import { target } from './target.ts';
import { tornado } from './tornado.ts';
import { waterfall } from './waterfall.ts';

const sketches: Readonly<Record<keyof typeof chartKinds, Sketching>> = {
  paths,
  target,
  stacks,
  items,
  waterfall,
  fan,
  tornado,
  drivers,
  abatement_curve: abatementCurve,
  calendar,
  compare,
  difference,
  regret,
  heat_map: heatMap,
};

/** Kind by the name that a chart file gives it. */
export const kinds: Readonly<Record<string, Kind>> = Object.fromEntries(
  Object.entries(sketches).map(([name, sketch]) => [
    name,
    { ...chartKinds[name as keyof typeof chartKinds], build: whole(sketch) },
  ]),
);
