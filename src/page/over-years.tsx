// A small drawing of the number over the years: the case that is shown dark, all other scenarios and strategies pale.

import type { Spot } from '../explain/types.ts';
import { valueAt } from '../explain/walk.ts';
import { amountOf } from './amount.ts';
import { useShared } from './context.ts';

const WIDTH = 520;
const HEIGHT = 84;
const EDGE = 6;

export function OverYears({ each, spot }: { each: number; spot: Spot }) {
  const { data, graph } = useShared();
  const quantity = graph.quantities[spot.slot];
  const { years, cases } = graph;
  if (quantity === undefined || quantity.over === 'base' || years.length < 2) return null;
  const valuesOf = (one: number) => years.map((_, time) => valueAt(graph, one, { ...spot, time }));
  const all = cases.map((_, one) => valuesOf(one));
  const low = Math.min(...all.flat());
  const high = Math.max(...all.flat());
  // A level line says nothing that the number does not.
  if (low === high) return null;
  const x = (time: number) => EDGE + (time / (years.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = (values: readonly number[]) =>
    values
      .map((value, time) => `${time === 0 ? 'M' : 'L'}${x(time).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const others = [...new Set(all.filter((_, one) => one !== each).map(path))];
  const own = all[each] ?? [];
  const text = (value: number) => amountOf(value, quantity, data.language, { beside: high, digits: 3 });
  return (
    <figure class="over-years">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={data.words.overYears}>
        {others.map((line) => (
          <path key={line} d={line} class="other" />
        ))}
        <path d={path(own)} class="own" />
        <circle cx={x(spot.time)} cy={y(own[spot.time] ?? low)} r="4.5" />
      </svg>
      <figcaption>
        <span>{years[0]}</span>
        <span>
          {text(low).text} – {text(high).text} {text(high).unit}
        </span>
        <span>{years.at(-1)}</span>
      </figcaption>
    </figure>
  );
}
