// What a reader calls scenarios, strategies, elements and quantities: in English by their names, which commands and files use too; in Chinese by their titles.

import type { Assumption, Findings, Title, UncertaintyFinding } from '../analyse/index.ts';
import { type Language, named, plain, say } from './wording.ts';

type Named = readonly { readonly name: string; readonly title: Title }[];

const titleIn = (list: Named, name: string, language: Language): string => {
  const found = list.find((one) => one.name === name);
  return language === 'en' || found === undefined ? name : named(found.title, language);
};

export const scenarioName = (name: string, { scenarios }: Findings, language: Language): string =>
  titleIn(scenarios, name, language);

export const strategyName = (name: string, { strategies }: Findings, language: Language): string =>
  titleIn(strategies, name, language);

export const quantityName = (name: string, { quantities, texts }: Findings, language: Language): string => {
  const found = quantities.get(name);
  if (language === 'en') return name;
  return found === undefined ? (texts.get(name) ?? name) : named(found.title, language);
};

/** What a reader calls an input, or a target that stands among them; undefined for money, which has a name alone. */
export function inputTitle(
  { quantity, title }: Pick<Assumption, 'quantity' | 'title'>,
  { quantities }: Findings,
  language: Language,
): string | undefined {
  const found = quantities.get(quantity)?.title ?? title;
  return found === undefined ? undefined : named(found, language);
}

/** An element of a quantity; `; ` joins those of several sets. */
export function itemName(
  quantity: string,
  item: string,
  { graph }: Pick<Findings, 'graph'>,
  language: Language,
): string {
  if (language === 'en' || item === '') return item;
  const found = graph.quantities.find(({ name }) => name === quantity);
  const title = found?.itemTitles[found.items.indexOf(item)];
  return title === undefined ? item : named(title, language);
}

/** A finding with the scenarios and strategies in it called so, for texts that hold no command. */
export function byTitle<T>(found: T, findings: Findings, language: Language): T {
  if (language === 'en') return found;
  const renamed = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (key === 'scenario' || key === 'scenarios') return scenarioName(value, findings, language);
      return key === 'strategy' || key === 'strategies' ? strategyName(value, findings, language) : value;
    }
    if (Array.isArray(value)) return value.map((each) => renamed(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, name)]));
  };
  return renamed(found, '') as T;
}

/** What does not hold where a draw breaks a check, or leaves the bounds of a quantity. */
export function conditionWords(
  { name, says = '', title }: UncertaintyFinding['checks'][number],
  language: Language,
): string {
  if (title === undefined) return plain(says === '' ? name : says);
  const quantity = named(title, language);
  return say(language, `${quantity} leaves its bounds`, `${quantity}超出所声明的范围`);
}
