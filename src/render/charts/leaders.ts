// What is largest in most cases, ties named together: for the headlines of stacks and waterfalls.
import { type Language, listed, say } from '../wording.ts';
import { distinct } from './data.ts';

interface Sized {
  readonly name: string;
  readonly value: number;
}

/** The part with the largest amount, whatever its sign; nothing if all are zero. */
export function largest<Item extends Sized>(parts: readonly Item[]): Item | undefined {
  return parts.reduce<Item | undefined>(
    (most, part) => (Math.abs(part.value) > Math.abs(most?.value ?? 0) ? part : most),
    undefined,
  );
}

/**
 * `the largest part in 3 of 6 cases each: A and B`; empty if there is nothing to compare.
 * @param every how all the cases are called
 */
export function leaders(
  cases: readonly (readonly Sized[])[],
  language: Language,
  every = say(language, 'every case', '各情形'),
): string {
  const names = cases.flatMap((parts) => (parts.length > 1 ? (largest(parts)?.name ?? []) : []));
  const counts = distinct(names).map((name) => ({ name, count: names.filter((one) => one === name).length }));
  const most = Math.max(0, ...counts.map((one) => one.count));
  if (most === 0) return '';
  const first = counts.filter((one) => one.count === most).map((one) => one.name);
  const who = listed(first, language);
  if (cases.length === 1) return say(language, `the largest part is ${who}`, `占比最大的是${who}`);
  if (most === cases.length) {
    return say(language, `the largest part in ${every} is ${who}`, `${every}下占比最大的均为${who}`);
  }
  if (first.length === 2 && 2 * most === cases.length) {
    const either = first.join(say(language, ' or ', '或'));
    return say(language, `the largest part is ${either}, by case`, `占比最大的视情形为${either}`);
  }
  if (first.length > 2) return say(language, 'the largest part differs by case', '占比最大的部分因情形而异');
  const each = first.length > 1 ? say(language, ' each', '各') : '';
  return say(
    language,
    `the largest part in ${most} of ${cases.length} cases${each} is ${who}`,
    `${who}${each}在 ${cases.length} 种情形中的 ${most} 种占比最大`,
  );
}
