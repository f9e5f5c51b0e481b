// Bridges arranged for tables and pictures: one headline with its unit, the cases in which it differs, and the steps that all of them share.
import type { Bridge, BridgeStep, Comparison } from '../../analyse/index.ts';
import { distinct } from '../charts/data.ts';
import { decimalsFor } from '../charts/numbers.ts';
import { type Scaled, scaled } from '../charts/units.ts';
import { type Language, named } from '../wording.ts';

/** What a step is known by, whatever the case. */
export const groupOf = ({ kind, quantity }: BridgeStep): string => quantity ?? ` ${kind}`;

/** One headline in all cases and years, with the unit and decimals that all its numbers share. */
export interface BridgedHeadline {
  readonly headline: string;
  readonly title: string;
  readonly unit: Scaled;
  readonly decimals: number;
  /** Those in which it differs. */
  readonly years: readonly number[];
  readonly own: readonly Bridge[];
  /** Steps that show in some case and year, the largest first. */
  readonly steps: readonly { readonly group: string; readonly title: string }[];
}

/** Below this share of the largest number a difference is what is left of computing. */
const NOISE = 1e-11;

export function isDifferent({ before, after, difference, steps }: Bridge): boolean {
  const largest = Math.max(Math.abs(before), Math.abs(after));
  return [difference, ...steps.map(({ amount }) => amount)].some((one) => Math.abs(one) > NOISE * largest);
}

export const amountOf = (bridge: Bridge | undefined, group: string): number =>
  bridge?.steps.find((step) => groupOf(step) === group)?.amount ?? 0;

/** Headlines that differ in some case, in their order. */
export function bridgedHeadlines({ bridges }: Comparison, language: Language): readonly BridgedHeadline[] {
  return distinct(bridges.map(({ headline }) => headline)).flatMap((headline): readonly BridgedHeadline[] => {
    const own = bridges.filter((bridge) => bridge.headline === headline);
    const differing = own.filter(isDifferent);
    const [first] = differing;
    if (first === undefined) return [];
    const level = Math.max(...own.flatMap(({ before, after }) => [before, after]).map(Math.abs));
    const unit = scaled(first.unit, level, language);
    const titles = new Map(
      differing.flatMap(({ steps }) => steps.map((step) => [groupOf(step), named(step.title, language)])),
    );
    const size = (group: string): number =>
      Math.max(...differing.map((bridge) => Math.abs(amountOf(bridge, group))));
    const moved = Math.max(
      ...differing
        .flatMap(({ difference, steps }) => [difference, ...steps.map(({ amount }) => amount)])
        .map(Math.abs),
    );
    const decimals = decimalsFor(moved / unit.factor);
    const steps = [...titles]
      .map(([group, title]) => ({ group, title, size: size(group) }))
      .filter((step) => step.size > NOISE * level)
      .toSorted((one, other) => other.size - one.size);
    return [
      {
        headline,
        title: named(first.title, language),
        unit,
        decimals,
        years: distinct(differing.map(({ year }) => year)).toSorted((one, other) => one - other),
        own,
        steps: steps.map(({ group, title }) => ({ group, title })),
      },
    ];
  });
}

export const bridgeAt = (
  { own }: BridgedHeadline,
  scenario: string,
  strategy: string,
  year: number,
): Bridge | undefined =>
  own.find((one) => one.scenario === scenario && one.strategy === strategy && one.year === year);
