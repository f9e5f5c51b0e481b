// The draws of the C reference, number for number: Threefry by draw and call, and the inverse distributions of its inputs.
import { exponential, normalQuantile, raise } from '../../src/language/index.ts';
import { threefry } from '../../src/simulate/draws/threefry.ts';
import type { Deviates } from '../../src/simulate/index.ts';
import type { ReferenceModel } from './reference.ts';

const SEED = 20240607;
/** Calls of the generator whose four words are the shocks; those before them are the inputs. */
const SHOCK_CALL = 16;
const CELLS = 4096;

/** Streams: one an input, in the order of the model, and the shocks last. */
export function referenceDeviates(model: ReferenceModel): Deviates {
  const inputs = Object.values(model.inputs).map(([kind, parameters]) => quantile(kind, parameters));
  return (stream, from, count, into, offset, stride) => {
    const words = new Uint32Array(4 * count);
    const chances = (call: number): Uint32Array => {
      threefry([SEED, 0, 0, 0], [from, call, 0, 0], count, words);
      return words;
    };
    const fill = (call: number, word: number, at: number, value: (chance: number) => number): void => {
      const bits = chances(call);
      for (let draw = 0; draw < count; draw++)
        into[at + draw] = value(((bits[4 * draw + word] ?? 0) + 0.5) * 2 ** -32);
    };
    const input = inputs[stream];
    if (input !== undefined) return fill(stream >> 2, stream & 3, offset, input);
    for (let moment = 0; moment <= model.axis.to - model.axis.from; moment++)
      fill(SHOCK_CALL + (moment >> 2), moment & 3, offset + moment * stride, normalQuantile);
  };
}

function quantile(kind: string, [a = 0, b = 0, c = 0]: readonly number[]): (chance: number) => number {
  switch (kind) {
    case 'normal':
      return (chance) => a + b * normalQuantile(chance);
    case 'lognormal':
      return (chance) => exponential(a + b * normalQuantile(chance));
    case 'triangular': {
      const mode = (b - a) / (c - a);
      return (chance) =>
        chance < mode
          ? a + Math.sqrt(chance * (c - a) * (b - a))
          : c - Math.sqrt((1 - chance) * (c - a) * (c - b));
    }
    default: {
      const table = pertTable(a, b, c);
      return (chance) => {
        const place = chance * CELLS;
        const cell = Math.floor(place);
        const below = table[cell] ?? a;
        return below + (place - cell) * ((table[cell + 1] ?? c) - below);
      };
    }
  }
}

/** The inverse of the distribution in cells of equal chance, from the density at 65,536 places. */
function pertTable(low: number, mode: number, high: number): Float64Array {
  const places = 65536;
  const alpha = 1 + (4 * (mode - low)) / (high - low);
  const beta = 1 + (4 * (high - mode)) / (high - low);
  const below = new Float64Array(places + 1);
  for (let place = 1, before = 0; place <= places; place++) {
    const x = place / places;
    const density = raise(x, alpha - 1) * raise(1 - x, beta - 1);
    below[place] = (below[place - 1] ?? 0) + 0.5 * (density + before);
    before = density;
  }
  const table = new Float64Array(CELLS + 1);
  for (let cell = 0, place = 0; cell <= CELLS; cell++) {
    const chance = ((below[places] ?? 0) * cell) / CELLS;
    while (place < places - 1 && (below[place + 1] ?? 0) < chance) place++;
    const step = (below[place + 1] ?? 0) - (below[place] ?? 0);
    const share = step > 0 ? (chance - (below[place] ?? 0)) / step : 0;
    table[cell] = low + (high - low) * ((place + Math.min(1, share)) / places);
  }
  table[CELLS] = high;
  return table;
}
