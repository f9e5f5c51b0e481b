// scenarios.md: what the study asks of the world: who says so, under which licence, what stands for what, and what the set covers.
import type { Findings, Scenario } from '../analyse/index.ts';
import { distinct } from './charts/data.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { type Language, named, say } from './wording.ts';

/** The aim of the Paris Agreement, and the least that policies in force lead to: what a set of scenarios lies between. */
const PARIS = 1.5;
const HIGH = 3;

const kelvin = ({ temperature }: Scenario, language: Language): string =>
  temperature === undefined
    ? say(language, 'not stated', '未说明')
    : say(language, `${temperature} K in 2100`, `2100 年 ${temperature} K`);

const kindOf = ({ kind, course }: Scenario, language: Language): string => {
  const words = {
    transition: say(language, 'transition', '转型'),
    physical: say(language, 'physical', '物理'),
  };
  const courses = {
    orderly: say(language, 'orderly', '有序'),
    disorderly: say(language, 'disorderly', '无序'),
    'too little too late': say(language, 'too little too late', '为时已晚'),
    'hot house world': say(language, 'hot house world', '温室世界'),
  };
  return [words[kind], course === undefined ? '' : courses[course]]
    .filter((word) => word !== '')
    .join(say(language, ', ', '，'));
};

/** What stands for what in the values that the scenario gives, quantity by quantity. */
function standIns({ name }: Scenario, findings: Findings, language: Language): string {
  const found = findings.assumptions.flatMap(({ proxy, layer, scenarios, quantity }) => {
    if (proxy === undefined || layer !== 'scenario') return [];
    if (scenarios.length > 0 && !scenarios.includes(name)) return [];
    const info = findings.quantities.get(quantity);
    const title = info === undefined ? quantity : named(info.title, language);
    return [`${title}${say(language, ': ', '：')}${named(proxy, language)}`];
  });
  return found.length === 0 ? say(language, 'none', '无') : distinct(found).join(say(language, '; ', '；'));
}

function section(scenario: Scenario, findings: Findings, language: Language): string[] {
  const { title, provider, vintage, licence, retrieved, unsourced, narrative, because, parents, overlays } =
    scenario;
  const none = say(language, 'none: a case of the study itself', '无：本研究自设情形');
  const rows = [
    [say(language, 'Provider', '提供方'), provider ?? none],
    [say(language, 'Vintage', '版本'), vintage ?? ''],
    [
      say(language, 'Retrieved', '获取日期'),
      retrieved ?? (provider === undefined ? '' : say(language, 'not stated', '未说明')),
    ],
    [say(language, 'Licence', '许可'), licence ?? ''],
    [say(language, 'Starts from', '基于'), parents.join('; ')],
    [say(language, 'Laid over it', '叠加'), overlays.join('; ')],
    [say(language, 'Stand-ins', '代用数据'), standIns(scenario, findings, language)],
    [say(language, 'Warming', '升温'), kelvin(scenario, language)],
    [say(language, 'Kind', '类型'), kindOf(scenario, language)],
    [say(language, 'Why it is here', '采用理由'), because],
    [say(language, 'Without a source', '无来源'), unsourced ?? ''],
  ].filter(([, text]) => text !== '');
  return [
    `## ${markdown(named(title, language))}`,
    markdown(narrative),
    markdownTable([say(language, 'About', '项目'), say(language, 'Said by the file', '文件所述')], rows),
  ];
}

/** What a reader of a climate report looks for in a set of scenarios, and which of them it is. */
function coverage(findings: Findings, language: Language): string {
  const holding = (holds: (scenario: Scenario) => boolean): string => {
    const names = findings.scenarios.filter(holds).map(({ title }) => named(title, language));
    return names.length === 0
      ? say(language, 'no', '否')
      : `${say(language, 'yes: ', '是：')}${names.join('; ')}`;
  };
  return markdownTable(
    [say(language, 'Among the scenarios', '情景集合中'), say(language, 'Covered', '是否涵盖')],
    [
      [
        say(language, `one at or below ${PARIS} K`, `不高于 ${PARIS} K 的情景`),
        holding(({ temperature }) => temperature !== undefined && temperature <= PARIS),
      ],
      [say(language, 'a disorderly one', '无序转型情景'), holding(({ course }) => course === 'disorderly')],
      [
        say(language, `one of high warming, ${HIGH} K or more`, `高升温情景（${HIGH} K 及以上）`),
        holding(({ temperature }) => temperature !== undefined && temperature >= HIGH),
      ],
    ],
  );
}

/** Every scenario with its origin, and what the set as a whole covers. */
export function scenariosMarkdown(findings: Findings, language: Language): string {
  return markdownPage([
    `# ${say(language, 'Scenarios', '情景')}`,
    `## ${say(language, 'What they cover', '涵盖范围')}`,
    coverage(findings, language),
    ...findings.scenarios.flatMap((scenario) => section(scenario, findings, language)),
  ]);
}
