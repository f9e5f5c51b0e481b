// Draws in which groups of inputs change places between two samples: what tells how much of the spread each group brings.
import type { Deviates, DrawPlan, Swaps } from './types.ts';

/** A plan of draws whose samples differ by one group of streams each; draws are plain, since samples must be independent. */
export function swapDraws(plan: DrawPlan, swaps: Swaps): DrawPlan {
  return { ...plan, sampling: 'plain', total: swaps.size * (swaps.groups.length + 2), swaps };
}

/** The deviations of a plan with swaps, from those of the plan without. */
export function swapped(plain: Deviates, { size, groups }: Swaps): Deviates {
  const members = groups.map((group) => new Set(group));
  /** The draw of the plain plan in which a sample begins for a stream. */
  const startOf = (sample: number, stream: number): number =>
    sample === 1 || members[sample - 2]?.has(stream) === true ? size : 0;
  return (stream, from, count, into, offset, stride) => {
    for (let done = 0; done < count; ) {
      const sample = Math.floor((from + done) / size);
      const within = from + done - sample * size;
      const part = Math.min(count - done, size - within);
      plain(stream, startOf(sample, stream) + within, part, into, offset + done, stride);
      done += part;
    }
  };
}
