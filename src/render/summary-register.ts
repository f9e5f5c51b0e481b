// What a terminal says of the register and of what would close missed targets; brief, the files hold the rest.
import type { Findings, RegisterFinding } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { EMPTY, type Status, type Subject, type SummaryTable } from './summary-layout.ts';
import { amountOf, inputName } from './targets.ts';
import { type Language, named, say } from './wording.ts';

const SHOWN = 3;

/** `a, b, c and 4 more`. */
function few(names: readonly string[], language: Language): string {
  const rest = names.length - SHOWN;
  const list = names.slice(0, SHOWN).join(say(language, ', ', '、'));
  return rest > 0 ? list + say(language, ` and ${rest} more`, `等 ${names.length} 项`) : list;
}

interface Line {
  readonly what: string;
  readonly names: readonly string[];
  /** True if one is one too many. */
  readonly isFault: boolean;
}

/** Counts of what the register holds and owes; what there is none of is left out, but for uncovered drivers. */
export function registerTable(register: RegisterFinding, language: Language): SummaryTable {
  const titleOf = (name: string): string => {
    const row = register.rows.find((one) => one.name === name);
    return row === undefined ? name : named(row.title, language);
  };
  const issues = (kind: RegisterFinding['issues'][number]['kind']): readonly string[] =>
    distinct(register.issues.filter((issue) => issue.kind === kind).map(({ row }) => titleOf(row)));
  const rowsWhere = (holds: (row: RegisterFinding['rows'][number]) => boolean): readonly string[] =>
    register.rows.filter(holds).map(({ name }) => titleOf(name));
  const lines: readonly Line[] = [
    {
      what: say(language, 'Not quantified', '未量化'),
      names: rowsWhere(({ notQuantified }) => notQuantified !== undefined),
      isFault: false,
    },
    {
      what: say(language, 'Rating set by a role', '人工调整评级'),
      names: rowsWhere(({ override }) => override !== undefined),
      isFault: false,
    },
    {
      what: say(language, 'Worse after the response', '应对后加重'),
      names: issues('worse'),
      isFault: true,
    },
    {
      what: say(language, 'Above tolerance, untreated', '超出容忍度且未应对'),
      names: issues('untreated'),
      isFault: true,
    },
    { what: say(language, 'Overdue actions', '逾期措施'), names: issues('overdue'), isFault: true },
    { what: say(language, 'Overdue reviews', '逾期复核'), names: issues('unreviewed'), isFault: true },
  ];
  const shown = [
    ...lines.filter(({ names }) => names.length > 0),
    {
      what: say(language, 'Uncovered drivers', '未覆盖的驱动因素'),
      names: register.uncovered.map(({ quantity, title }) => say(language, quantity, named(title, language))),
      isFault: true,
    },
  ];
  return {
    title: say(language, `Register: ${register.rows.length} rows`, `登记册：${register.rows.length} 条`),
    head: [say(language, 'Matter', '事项'), say(language, 'Count', '数量'), say(language, 'Which', '条目')],
    rows: shown.map(({ what, names }) => [what, String(names.length), few(names, language)]),
    status: shown.map(({ names, isFault }): readonly Status[] => [
      'plain',
      isFault ? (names.length > 0 ? 'bad' : 'good') : 'plain',
      'plain',
    ]),
  };
}

/** For each missed target that the strategy does not simply set: the first input that alone would meet it. */
export function closingSubjects(findings: Findings, language: Language): readonly Subject[] {
  const missed = findings.targets.filter((one) => !one.met && !one.setByInput);
  return distinct(missed.map(({ name, item }) => JSON.stringify([name, item]))).flatMap((key): Subject[] => {
    const own = missed.filter(({ name, item }) => JSON.stringify([name, item]) === key);
    const [first] = own;
    if (first === undefined) return [];
    const title = named(first.title, language);
    return [
      {
        names: [title],
        title: say(
          language,
          `Missed: ${title}, what one input alone would have to be (all in targets.md)`,
          `未达成：${title}，仅调整一项输入所需的数值（详见 targets.md）`,
        ),
        cell: (scenario, strategy) => {
          const target = own.find((one) => one.scenario === scenario && one.strategy === strategy);
          if (target === undefined) return EMPTY;
          const meets = target.closings.find(({ outcome }) => outcome === 'meets');
          const text =
            meets === undefined
              ? say(language, 'no input alone', '无单项输入可达成')
              : inputName(meets, language) +
                say(language, ': ', '：') +
                amountOf(meets.needs ?? Number.NaN, meets.unit, language);
          return { text, status: 'plain' };
        },
      },
    ];
  });
}
