// Findings in the reader's language: texts of the files that are given in Chinese too, put in their place once, before anything is rendered.

import type { Explanation, Findings } from '../analyse/index.ts';
import type { Language } from './wording.ts';

/** Where texts of files stand in findings; whatever else is a name, a number or a word of ours. */
const TEXTS = new Set([
  'about',
  'action',
  'adaptive_capacity',
  'because',
  'by',
  'cause',
  'consequence',
  'derived',
  'event',
  'evidence',
  'exposure',
  'full',
  'hazard',
  'licence',
  'likelihoodBecause',
  'name',
  'narrative',
  'note',
  'notPublished',
  'notQuantified',
  'owner',
  'place',
  'provider',
  'proxy',
  'says',
  'sensitivity',
  'short',
  'source',
  'then',
  'title',
  'unsourced',
  'vintage',
  'why',
]);

/** Chinese by the English: of texts, and of places inside sources. */
export type Chinese = Pick<Findings, 'texts' | 'places'>;

/**
 * The same with every text that has a translation translated. Names by which parts refer to each other have none, so that
 * what belongs together stays together; a place is looked up as one where it stands beside the key of its source.
 */
export function translate<T>(value: T, chinese: Chinese, key = ''): T {
  const { texts, places } = chinese;
  if (typeof value === 'string') return (TEXTS.has(key) ? (texts.get(value) ?? value) : value) as T;
  if (Array.isArray(value)) {
    const all = value.map((each) => translate(each, chinese, key));
    return all.every((each, index) => Object.is(each, value[index])) ? value : (all as T);
  }
  if (value instanceof Map)
    return new Map([...value].map(([name, each]) => [name, translate(each, chinese, name)])) as T;
  if (typeof value !== 'object' || value === null) return value;
  const isPlaced = 'key' in value && 'place' in value && typeof value.place === 'string';
  const told: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const own = isPlaced && name === 'place' ? (places.get(each) ?? each) : translate(each, chinese, name);
    if (!Object.is(own, each)) told[name] = own;
  }
  // What has nothing to translate is the same in both languages.
  return Object.keys(told).length === 0 ? value : { ...value, ...told };
}

/** The study's name, with what was asked if instead of what its files say. */
function studyName({ study, overrides, texts }: Findings): string {
  const asked = overrides.length === 0 ? '' : `, what if ${overrides.join('; ')}`;
  const name = study.slice(0, study.length - asked.length);
  return (texts.get(name) ?? name) + (asked === '' ? '' : `（假设 ${overrides.join('；')}）`);
}

/** What is rendered: in English the findings as they are. */
export function inLanguage(findings: Findings, language: Language): Findings {
  const { texts, places, company, graph, uncertainty } = findings;
  if (language === 'en' || texts.size + places.size === 0) return findings;
  const all = <T>(value: T): T => translate(value, findings);
  const study = studyName(findings);
  return {
    ...findings,
    study,
    company: texts.get(company) ?? company,
    scenarios: all(findings.scenarios),
    strategies: all(findings.strategies),
    quantities: all(findings.quantities),
    unquantifiedTargets: all(findings.unquantifiedTargets),
    targets: all(findings.targets),
    uncertainty: uncertainty && { ...uncertainty, checks: all(uncertainty.checks) },
    reconciliation: all(findings.reconciliation),
    assumptions: all(findings.assumptions),
    backtest: all(findings.backtest),
    expired: all(findings.expired),
    register: all(findings.register),
    disclosure: all(findings.disclosure),
    decisions: all(findings.decisions),
    sources: all(findings.sources),
    graph: {
      ...graph,
      study,
      quantities: graph.quantities.map((quantity) => ({
        ...quantity,
        about: texts.get(quantity.about) ?? quantity.about,
        law: all(quantity.law),
      })),
      givens: all(graph.givens),
      sums: all(graph.sums),
    },
  };
}

/** An explanation in the reader's language: texts of files, and the case by its titles. */
export function explanationIn(
  found: Explanation,
  { scenarios, strategies, ...chinese }: Chinese & Pick<Findings, 'scenarios' | 'strategies'>,
  language: Language,
): Explanation {
  if (language === 'en') return found;
  const titleOf = (list: Findings['scenarios'] | Findings['strategies'], name: string): string =>
    list.find((one) => one.name === name)?.title.zh ?? name;
  return {
    ...found,
    study: chinese.texts.get(found.study) ?? found.study,
    scenario: titleOf(scenarios, found.scenario),
    strategy: titleOf(strategies, found.strategy),
    numbers: new Map([...found.numbers].map(([id, number]) => [id, translate(number, chinese)])),
  };
}
