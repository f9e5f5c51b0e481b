// Every plan of whole measures, where there are few: what is true of all of them needs no programme to be believed.
import type { Planning } from '../../resolve/index.ts';
import type { Choice, Done } from './try.ts';

/** Plans that are computed one by one at most. */
export const MOST_TRIED = 4096;

/** Each measure left or started in any year; undefined where a measure may be done in part, or where there are more than `most`. */
export function everyPlan(
  { measures, starts }: Pick<Planning, 'measures' | 'starts'>,
  most: number,
): readonly Choice[] | undefined {
  if (measures.some(({ extent }) => extent === 'part')) return undefined;
  if ((starts.length + 1) ** measures.length > most) return undefined;
  const ways: readonly (Done | undefined)[] = [undefined, ...starts.map((start) => ({ start, share: 1 }))];
  return measures.reduce<readonly Choice[]>(
    (plans) => plans.flatMap((plan) => ways.map((way) => [...plan, way])),
    [[]],
  );
}
