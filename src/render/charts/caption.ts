// What stands below a picture: where its numbers come from, what stands for what, how much is assumed.
import type { Assumption, ChartRequest, Findings } from '../../analyse/index.ts';
import { type Language, listed, named, plain, say } from '../wording.ts';
import { distinct } from './data.ts';

const MOST_PROXIES = 6;

/** The inputs that a quantity is computed from, found by the names in formulas and totals. */
function inputsOf(findings: Findings, quantities: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...quantities];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const words = findings.quantities.get(next)?.formula?.match(/[a-z_][a-z0-9_]*/gi) ?? [];
    const parts = (findings.totals.get(next) ?? []).map((part) => part.quantity);
    queue.push(...[...words, ...parts].filter((word) => findings.quantities.has(word)));
  }
  return new Set([...seen].filter((name) => findings.quantities.get(name)?.kind === 'input'));
}

/** True if a value that holds in `names` (everywhere if empty) is among what the chart shows. */
function applies(chosen: readonly string[], names: readonly string[]): boolean {
  return names.length === 0 || chosen.length === 0 || names.some((name) => chosen.includes(name));
}

type Shown = Pick<ChartRequest, 'quantities' | 'scenarios' | 'strategies'>;

function inputValues(
  { quantities, scenarios, strategies }: Shown,
  findings: Findings,
  inputs = inputsOf(findings, quantities),
): readonly Assumption[] {
  return findings.assumptions.filter(
    (value) =>
      inputs.has(value.quantity) &&
      applies(scenarios, value.scenarios) &&
      applies(strategies, value.strategies),
  );
}

/** Keys of the sources of values; those that give most of them first. */
function sourceKeysOf(values: readonly Assumption[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { provenance, exceptions, later } of values)
    for (const from of [provenance, ...exceptions.map((one) => one.provenance), later])
      if (from?.kind === 'source') counts.set(from.key, (counts.get(from.key) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([key]) => key);
}

/** Quantities whose values are assumed. */
const assumedAmong = (values: readonly Assumption[]): readonly string[] =>
  distinct(values.filter(({ provenance: { kind } }) => kind === 'assumed').map(({ quantity }) => quantity));

/** The sources of the quantities shown, by the names that captions use; those that give most values first. */
export function sourcesOf(request: ChartRequest, findings: Findings): readonly string[] {
  const keys = sourceKeysOf(inputValues(request, findings));
  return distinct(keys.map((key) => plain(findings.sources.get(key)?.short ?? key)));
}

/** What quantities rest on: so many inputs, how many of them assumed, and the sources by publisher, title and year. */
export function groundsOf(quantities: readonly string[], findings: Findings) {
  const inputs = inputsOf(findings, quantities);
  const values = inputValues({ quantities, scenarios: [], strategies: [] }, findings, inputs);
  const keys = sourceKeysOf(values);
  return {
    inputs: inputs.size,
    assumed: assumedAmong(values).length,
    sources: distinct(keys.map((key) => plain(findings.sources.get(key)?.full ?? key))),
  };
}

/** A sentence on what stands for what in the quantities shown, and in all that they are computed from. */
export const proxies = (request: Shown, findings: Findings, language: Language): string =>
  proxiesIn(inputValues(request, findings), language);

function proxiesIn(values: readonly Assumption[], language: Language): string {
  const found = values.flatMap(({ proxy }) => (proxy === undefined ? [] : [named(proxy, language)]));
  return capital(some(distinct(found), MOST_PROXIES, language));
}

/** Sentences on what stands for what, and how much of the quantities shown is assumed. */
export function provenance(request: ChartRequest, findings: Findings, language: Language): string[] {
  const inputs = inputsOf(findings, request.quantities);
  const values = inputValues(request, findings, inputs);
  return [
    proxiesIn(values, language),
    assumptions(assumedAmong(values).length, inputs.size, language),
  ].filter((sentence) => sentence !== '');
}

/** The sources that a caption names, whole names only; what does not fit is counted and stands in assumptions.md. */
export function sourceLine(names: readonly string[], shown: number, language: Language): string {
  if (names.length === 0) return '';
  const more = names.length - shown;
  const words = names.slice(0, shown).join(say(language, '; ', '；'));
  if (shown === 0)
    return say(language, `${more} sources in assumptions.md.`, `${more} 项来源见 assumptions.md。`);
  if (more === 0) return say(language, `Sources: ${words}.`, `来源：${words}。`);
  return say(
    language,
    `Sources: ${words}; and ${more} more in assumptions.md.`,
    `来源：${words}；另有 ${more} 项见 assumptions.md。`,
  );
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The first few, and how many more there are. */
function some(names: readonly string[], most: number, language: Language): string {
  if (names.length === 0) return '';
  const more = names.length - most;
  const words = names.slice(0, most).join(say(language, '; ', '；'));
  return more > 0
    ? words + say(language, `; and ${more} more.`, `；另有 ${more} 项。`)
    : words + say(language, '.', '。');
}

function assumptions(count: number, of: number, language: Language): string {
  if (of === 0 || count === 0) return '';
  if (of === 1) return say(language, 'The input is assumed.', '该输入为假设值。');
  if (count === of) return say(language, `All ${of} inputs are assumed.`, `全部 ${of} 项输入均为假设值。`);
  const verb = count === 1 ? 'is' : 'are';
  return say(language, `${count} of ${of} inputs ${verb} assumed.`, `${of} 项输入中有 ${count} 项为假设值。`);
}

/** A sentence on what was left out of the picture for want of room. */
export function leftOut(names: readonly string[], language: Language): string[] {
  if (names.length === 0) return [];
  const few =
    names.length > 4
      ? [...names.slice(0, 3), say(language, `${names.length - 3} more`, `其他 ${names.length - 3} 项`)]
      : names;
  const words = listed(few, language);
  return [say(language, `Not drawn: ${words}.`, `未绘制：${words}。`)];
}
