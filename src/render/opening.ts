// What numbers outside the models open to: a difference, a mean, a share of draws, a value that a file gives; each says its rule and what it is
// numberOf from, and those numbers open further.
import type { Assumption, Chance, Findings, Provenance } from '../analyse/index.ts';
import { fixed, percentOf, separated } from './charts/numbers.ts';
import { declared, type Scaled } from './charts/units.ts';
import { scenarioName, strategyName } from './names.ts';
import { confidenceWord, layerWord, sourceText } from './origin.ts';
import { caseOf, factorOf, reading, spotsOf, type Wanted } from './report/readings.ts';
import type { Account, Reading } from './report/types.ts';
import { bracketed, type Language, named, plain, say } from './wording.ts';
import { writtenIn } from './written.ts';

/** Findings, and the language in which they are told. */
export interface Telling {
  readonly findings: Findings;
  readonly language: Language;
}

export interface Where {
  readonly scenario: string;
  readonly strategy: string;
}

/** `1,234.5678 million yuan (2023)`: all that counts of a value in its declared unit. */
export function exactly(value: number, unit: string, language: Language): string {
  const { factor, name } = declared(unit, value, language);
  const text = separated(value / factor);
  return name === '' ? text : `${text} ${name}`;
}

/** A number that the text says of itself, with what it is. */
export const told = (
  text: string,
  account: Partial<Account> & Pick<Account, 'title' | 'about'>,
): Reading => ({
  text,
  each: 0,
  spots: [],
  account: { unit: '', exact: '', facts: [], of: [], ...account },
});

/** A number of a quantity in a case; all elements together unless one is named. */
export function numberOf(
  text: string,
  { quantity, item, year }: Wanted,
  { scenario, strategy }: Where,
  /** In the declared unit, and in which unit the text is. */
  { value, unit }: { readonly value: number; readonly unit: Scaled },
  { findings, language }: Telling,
): Reading {
  const { graph, quantities } = findings;
  const title = quantities.get(quantity)?.title;
  const spots = spotsOf(graph, { quantity, item, year });
  const found = reading(graph, text, caseOf(graph, scenario, strategy), spots, {
    title: title === undefined ? plain(quantity) : named(title, language),
    unit: unit.name,
    factor: factorOf(graph, quantity) * unit.factor,
    value: value / unit.factor,
  });
  return unit.name === '' ? found : { ...found, unit: unit.name };
}

/** `Net Zero 2050, Committed plan`. */
export const caseTitle = ({ scenario, strategy }: Where, { findings, language }: Telling): string => {
  const title = (all: Findings['scenarios'] | Findings['strategies'], name: string): string => {
    const found = all.find((one) => one.name === name);
    return found === undefined ? plain(name) : named(found.title, language);
  };
  return [title(findings.scenarios, scenario), title(findings.strategies, strategy)]
    .filter((part) => part !== '')
    .join(say(language, ', ', '，'));
};

/** `Transition cost 2030 (Net Zero 2050, Committed plan)`. */
export function numberTitle(quantity: string, year: number, where: Where, telling: Telling): string {
  const { findings, language } = telling;
  const info = findings.quantities.get(quantity);
  const title = info === undefined ? plain(quantity) : named(info.title, language);
  const when = info?.over === 'base' ? '' : say(language, ` ${year}`, `（${year} 年）`);
  return title + when + bracketed(caseTitle(where, telling), language);
}

/** Who says so, line by line. */
export function saidBy(from: Provenance, { findings, language }: Telling): Account['facts'] {
  const confidence = [
    say(language, 'Confidence', '置信度'),
    confidenceWord(from.confidence, language),
  ] as const;
  return from.kind === 'assumed'
    ? [[say(language, 'Assumed because', '假设理由'), plain(from.why)], confidence]
    : [[say(language, 'Source', '来源'), plain(sourceText(from, findings, language))], confidence];
}

/** A value that a file gives and no model reads: a goal, a threshold, a weight. */
export function given(text: string, title: string, facts: Account['facts'], { language }: Telling): Reading {
  return told(text, {
    title,
    about: say(language, 'A file sets this number; nothing computes it.', '该数值由文件设定，并非计算所得。'),
    facts,
  });
}

/** Where a value stands and who says so, as the list of inputs has it. */
export const factsOf = (one: Assumption, telling: Telling): Account['facts'] => [
  [say(telling.language, 'As written', '文件中写为'), plain(writtenIn(one.value, telling.language))],
  ...saidBy(one.provenance, telling),
  ...one.replaces.map(
    (old) =>
      [
        say(telling.language, 'Replaces', '替换'),
        `${plain(writtenIn(old.value, telling.language))}${bracketed(plain(`${old.file}:${old.line}`), telling.language)}`,
      ] as const,
  ),
  [say(telling.language, 'Set by', '设定层级'), layerWord(plain(one.layer), telling.language)],
  [say(telling.language, 'File', '文件'), plain(`${one.file}:${one.line}`)],
];

/** The file of the study, where the keys of what it sets are known. */
export const inStudy = (keys: string, { findings, language }: Telling): Account['facts'] => [
  [say(language, 'File', '文件'), plain(`${findings.file}${say(language, ', ', '，')}${keys}`)],
];

/** The same of the company's file, which the study names. */
export const inCompany = (keys: string, { findings, language }: Telling): Account['facts'] => [
  [
    say(language, 'File', '文件'),
    plain(
      say(language, `company file of ${findings.file}, ${keys}`, `${findings.file} 所用的公司文件，${keys}`),
    ),
  ],
];

/** How many draws there are, and the seed that makes them again. */
const drawn = ({ findings, language }: Telling): Account['facts'] =>
  findings.uncertainty === undefined
    ? []
    : [
        [say(language, 'Draws', '抽样次数'), fixed(findings.uncertainty.draws, 0)],
        [say(language, 'Seed', '种子'), String(findings.uncertainty.seed)],
      ];

/** A share of the draws: how many of them, and what holds in these. */
export function chanceOf(
  text: string,
  { chance, error }: Chance,
  title: string,
  /** `the target is met`. */
  condition: string,
  of: Account['of'],
  telling: Telling,
): Reading {
  const { findings, language } = telling;
  const draws = findings.uncertainty?.draws ?? 0;
  const count = fixed(Math.round(chance * draws), 0);
  return told(text, {
    title,
    about: say(
      language,
      `In ${count} of ${fixed(draws, 0)} draws ${condition}.`,
      `${fixed(draws, 0)} 次抽样中，有 ${count} 次${condition}。`,
    ),
    exact: percentOf(chance, language, 12),
    facts: [...drawn(telling), [say(language, 'Standard error', '标准误'), percentOf(error, language, 2)]],
    of,
  });
}

/** The mean of a number over the draws. */
export function meanOf(
  text: string,
  mean: {
    readonly value: number;
    readonly error: number;
    readonly unit: string;
    /** Unit of the text. */
    readonly shown: string;
  },
  title: string,
  of: Account['of'],
  telling: Telling,
): Reading {
  const { language } = telling;
  return told(text, {
    title,
    about: say(
      language,
      'The mean over all draws; the central case, of which each input has its value, stands beside it.',
      '全部抽样的均值；并列各输入取其设定值的中心情形。',
    ),
    exact: exactly(mean.value, mean.unit, language),
    unit: mean.shown,
    facts: [
      ...drawn(telling),
      [say(language, 'Standard error', '标准误'), exactly(mean.error, mean.unit, language)],
    ],
    of,
  });
}

export const scenarioTitle = (name: string, { findings, language }: Telling): string =>
  language === 'en'
    ? named(findings.scenarios.find((one) => one.name === name)?.title ?? { en: name, zh: name }, language)
    : scenarioName(name, findings, language);

export const strategyTitle = (name: string, { findings, language }: Telling): string =>
  language === 'en'
    ? named(findings.strategies.find((one) => one.name === name)?.title ?? { en: name, zh: name }, language)
    : strategyName(name, findings, language);
