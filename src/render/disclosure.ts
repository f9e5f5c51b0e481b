// disclosure.md and disclosure.csv: what reporting standards ask of a scenario analysis, and where this pack answers, row by row.
import type { DisclosureFinding, DisclosureRowFinding, Findings, Title } from '../analyse/index.ts';
import { csv } from './csv.ts';
import {
  answerWord,
  askedTexts,
  countText,
  inForce,
  lacksWord,
  noMap,
  sentence,
  shownText,
} from './disclosure-words.ts';
import { markdown, markdownPage, markdownTable } from './markdown.ts';
import { confidenceWord, origin } from './origin.ts';
import { type Language, named, say } from './wording.ts';

function standardsTable(map: DisclosureFinding, findings: Findings, language: Language): string {
  const head = [
    say(language, 'Standard', '准则'),
    say(language, 'Version', '版本'),
    say(language, 'From', '自'),
    say(language, 'Until', '至'),
    say(language, `In force on ${findings.asOf}`, `${findings.asOf} 有效`),
    say(language, 'Source', '来源'),
  ];
  const rows = map.standards.flatMap((standard) =>
    standard.versions.map(({ name, title, from, until, note, provenance }) => [
      named(standard.title, language),
      named(title, language),
      from,
      until ?? '',
      name === standard.inForce ? '✓' : '',
      origin(provenance, findings, language) +
        (note === undefined ? '' : say(language, '. ', '。') + sentence(note, language)),
    ]),
  );
  return markdownTable(head, rows);
}

function overview(map: DisclosureFinding, language: Language): string {
  const head = [
    '#',
    say(language, 'What is asked', '披露要求'),
    ...map.standards.map(({ title }) => named(title, language)),
    say(language, 'Answered', '是否回应'),
  ];
  const rows = map.rows.map((row, index) => [
    String(index + 1),
    named(row.title, language),
    ...map.standards.map(({ name }) =>
      row.asked
        .filter(({ standard }) => standard === name)
        .map(({ paragraph }) => named(paragraph, language))
        .join('; '),
    ),
    answerWord(row.answer, language),
  ]);
  return markdownTable(head, rows);
}

function section(
  row: DisclosureRowFinding,
  index: number,
  map: DisclosureFinding,
  findings: Findings,
  language: Language,
): readonly string[] {
  const line = (label: string, text: string): string =>
    `- **${markdown(label)}**${say(language, ': ', '：')}${markdown(text)}`;
  const titled = (label: string, title: Title | undefined): readonly string[] =>
    title === undefined ? [] : [line(label, sentence(title, language))];
  const asked = askedTexts(row, map, language);
  const nobody = say(language, 'no standard in force', '无有效准则要求');
  return [
    `## ${index + 1} ${markdown(named(row.title, language))}`,
    [
      ...titled(say(language, 'Asked', '要求'), row.asks),
      ...asked.map(({ standard, text }) => line(standard, text)),
      ...(asked.length === 0 ? [line(say(language, 'By', '出处'), nobody)] : []),
      line(say(language, 'Answered', '是否回应'), answerWord(row.answer, language)),
      ...titled(say(language, 'Note', '备注'), row.note),
      ...titled(lacksWord(row, language), row.lacks),
      ...(row.shown.length === 0 ? [] : [`- **${say(language, 'Shown in', '所在')}**`]),
      ...row.shown.map((place) => `  - ${markdown(shownText(place, findings, language))}`),
    ].join('\n'),
  ];
}

/** The standards in force, an overview, then every row with its places; one line where the study gives no map. */
export function disclosureMarkdown(findings: Findings, language: Language): string {
  const map = findings.disclosure;
  const title = `# ${say(language, 'Disclosure map', '披露对照表')}`;
  if (map === undefined) return markdownPage([title, noMap(language)]);
  return markdownPage([
    title,
    countText(map, language),
    `## ${say(language, 'Standards', '准则')}`,
    say(
      language,
      `Last held against the texts on ${map.reviewed}; what is asked is told in our own words.`,
      `最近一次与准则文本核对：${map.reviewed}；披露要求为转述。`,
    ),
    standardsTable(map, findings, language),
    `## ${say(language, 'Overview', '总览')}`,
    overview(map, language),
    ...map.rows.flatMap((row, index) => section(row, index, map, findings, language)),
  ]);
}

/** A line for each row and standard in force that asks for it; a row that none asks for has one line all the same. */
export function disclosureCsv(findings: Findings, language: Language): string {
  const map = findings.disclosure;
  const head = [
    'number',
    'row',
    'title',
    'asks',
    'standard',
    'version',
    'from',
    'until',
    'paragraph',
    'asks_also',
    'paragraph_confidence',
    'answer',
    'shown',
    'note',
    'lacks',
  ];
  const rows = (map?.rows ?? []).flatMap((row, index) => {
    const before = [index + 1, row.name, named(row.title, language), sentence(row.asks, language)];
    const optional = (title: Title | undefined): string | undefined =>
      title === undefined ? undefined : sentence(title, language);
    const after = [
      answerWord(row.answer, language),
      row.shown.map((place) => shownText(place, findings, language)).join('; '),
      optional(row.note),
      optional(row.lacks),
    ];
    const lines = row.asked.map(({ standard, paragraph, asks, confidence }) => {
      const found = map?.standards.find(({ name }) => name === standard);
      const version = found === undefined ? undefined : inForce(found);
      return [
        optional(found?.title),
        optional(version?.title),
        version?.from,
        version?.until,
        named(paragraph, language),
        optional(asks),
        confidenceWord(confidence, language),
      ];
    });
    const none = Array.from({ length: head.length - before.length - after.length }, () => undefined);
    return (lines.length === 0 ? [none] : lines).map((line) => [...before, ...line, ...after]);
  });
  return csv(head, rows);
}
