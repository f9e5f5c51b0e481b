// Picks the draws that matter out of those that were kept, and adds up those beyond them.
import { BINS } from '../../compile/types.ts';
import { DOUBLE, type Share, tileAt } from './block.ts';
import { recordAt } from './memory.ts';
import { type Gathered, GROUP, type Request } from './types.ts';

export function gather({ setup, memory }: Share, request: Request & { readonly kind: 'gather' }): Gathered {
  const { layout, from, to, kept } = setup;
  const { block, rowBytes, tileRows: rows } = layout;
  const { doubles, bytes, layout: places } = memory;
  const place = request.case % kept;
  const groups = Math.ceil((to - from) / GROUP);
  const bins = BINS + 2;
  const sums = { below: new Float64Array(rows * groups), above: new Float64Array(rows * groups) };
  const lengths = new Uint32Array(rows);
  const found: Float64Array[] = [];
  const tails = places.tails / DOUBLE;
  for (let row = 0; row < rows; row++) {
    if (request.rows[row] === 0) continue;
    bytes.set(request.wanted.subarray(row * bins, (row + 1) * bins), places.wanted);
    doubles.fill(request.below[row] ?? 0, tails, tails + 2);
    doubles.fill(request.above[row] ?? 0, tails + 2, tails + 4);
    const record = recordAt(places, rows, place, row);
    let out = places.gathered;
    for (let draw = from; draw < to; draw += block) {
      const tile = tileAt(memory, place, (draw - from) / block);
      if ((draw - from) % GROUP === 0) doubles.fill(0, tails + 4, tails + 8);
      const size = Math.min(block, to - draw);
      out = memory.gather(tile + row * rowBytes, size, record, places.wanted, places.tails, out);
      const group = row * groups + Math.floor((draw - from) / GROUP);
      sums.below[group] = (doubles[tails + 4] ?? 0) + (doubles[tails + 5] ?? 0);
      sums.above[group] = (doubles[tails + 6] ?? 0) + (doubles[tails + 7] ?? 0);
    }
    lengths[row] = (out - places.gathered) / DOUBLE;
    found.push(doubles.slice(places.gathered / DOUBLE, out / DOUBLE));
  }
  const values = new Float64Array(found.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of found) {
    values.set(part, end);
    end += part.length;
  }
  return { values, lengths, ...sums };
}
