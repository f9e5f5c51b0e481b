// Speaker notes: what each number on a slide is, who says so, and the command that takes it apart.
import type { Findings } from '../../analyse/index.ts';
import { groundsOf } from '../charts/caption.ts';
import { clauses, named, plain, say } from '../wording.ts';
import type { DeckContext } from './kind.ts';

export interface Asked {
  readonly quantity: string;
  readonly year: number;
  readonly scenario?: string | undefined;
  readonly strategy?: string | undefined;
  /** One element of a quantity that has several. */
  readonly item?: string | undefined;
}

const quoted = (text: string): string => `"${plain(text).replace(/["\\$`]/g, '\\$&')}"`;

/** `tcfd explain board.yaml cost --year 2030 --scenario "Net Zero 2050"` */
export function explainCommand({ quantity, year, scenario, strategy, item }: Asked, study: string): string {
  return [
    'tcfd explain',
    study,
    quantity,
    `--year ${year}`,
    ...(scenario === undefined ? [] : [`--scenario ${quoted(scenario)}`]),
    ...(strategy === undefined ? [] : [`--strategy ${quoted(strategy)}`]),
    ...(item === undefined || item === '' ? [] : [`--item ${quoted(item)}`]),
  ].join(' ');
}

/** What a quantity is: its name, how it is computed, what it rests on. */
function aboutQuantity(name: string, findings: Findings, { language }: DeckContext): readonly string[] {
  const info = findings.quantities.get(name);
  if (info === undefined) return [];
  const formula = info.formula === undefined ? '' : ` = ${plain(info.formula)}`;
  const { inputs, assumed, sources } = groundsOf([name], findings);
  return [
    `${named(info.title, language)}${say(language, ': ', '：')}${name} [${plain(info.unit)}]${formula}`,
    ...(inputs === 0
      ? []
      : [
          say(
            language,
            `${inputs} inputs, their elements not counted apart, ${assumed} of them with assumed values (assumptions.md, report.html).`,
            `${inputs} 项输入（不按元素分计），其中 ${assumed} 项含假设值（见 assumptions.md、report.html）。`,
          ),
        ]),
    ...(sources.length === 0 ? [] : [say(language, 'Sources: ', '来源：') + clauses(sources, language)]),
  ];
}

/** The first element of a quantity that has several: the others are asked for in the same way. */
const itemOf = ({ quantity }: Asked, { series }: Findings): string | undefined =>
  series.find((one) => one.quantity === quantity)?.item;

/** Notes for the numbers of some quantities, each with the command that asks for one of them. */
export function notesOn(asked: readonly Asked[], context: DeckContext): readonly string[] {
  const { findings, language, study } = context;
  const seen = new Set<string>();
  const all = asked.flatMap((one) => {
    if (seen.has(one.quantity)) return [];
    seen.add(one.quantity);
    return [
      ...aboutQuantity(one.quantity, findings, context),
      say(language, 'Ask: ', '查询：') + explainCommand({ ...one, item: itemOf(one, findings) }, study),
      '',
    ];
  });
  return all.length === 0
    ? []
    : [say(language, 'Where the numbers come from', '数字来源'), '', ...all.slice(0, -1)];
}

/** The strategies that a board compares: what the register calls before and after the response, else the first and the last. */
export function comparedStrategies({
  register,
  strategies,
}: Findings): readonly [before: string, after: string] {
  return [
    register?.inherent ?? strategies[0]?.name ?? '',
    register?.residual ?? strategies.at(-1)?.name ?? '',
  ];
}

export const strategyTitle = (name: string, { findings, language }: DeckContext): string => {
  const found = findings.strategies.find((one) => one.name === name);
  return found === undefined ? plain(name) : named(found.title, language);
};
