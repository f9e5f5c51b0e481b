// The lists of the report: where figures contradict, every input with who says so, and the sources by how much rests on them.

import type { Assumption, Findings, Provenance, ReconciliationLine } from '../../analyse/index.ts';
import { byInput, remarksOf } from '../assumptions.ts';
import { distinct } from '../charts/data.ts';
import { percentOf, short } from '../charts/numbers.ts';
import { declared } from '../charts/units.ts';
import { inputTitle, itemName, quantityName, scenarioName, strategyName } from '../names.ts';
import { exactly, factsOf, given, inCompany, told } from '../opening.ts';
import { confidenceWord, layerWord, sourceText } from '../origin.ts';
import { opened } from '../pieces.ts';
import { DIGITS, differenceText, openSections, reconciliationText, sidesIn } from '../reconciliation.ts';
import { type Language, plain, say } from '../wording.ts';
import { writtenIn } from '../written.ts';
import { anyCaseOf, factorOf, reading, spotsOf } from './readings.ts';
import type { AssumptionItem, ReconciliationBlock, ReportData } from './types.ts';

type Line = ReconciliationBlock['groups'][number]['lines'][number];

function lineOf(line: ReconciliationLine, findings: Findings, language: Language): Line {
  const { graph, baseYear } = findings;
  const { factor, name: unit } = sidesIn(line, language);
  const side = ({ quantity, value, about, formula }: ReconciliationLine['left']): Line['sides'][number] => ({
    about: plain(about),
    formula: plain(formula === undefined ? quantity : `${quantity} = ${formula}`),
    reading: reading(graph, short(value / factor, DIGITS), 0, spotsOf(graph, { quantity, year: baseYear }), {
      title: plain(about),
      unit,
      // Both sides are in the unit of the left one.
      factor: factorOf(graph, line.left.quantity) * factor,
      value: value / factor,
    }),
  });
  const telling = { findings, language };
  const sides = [side(line.left), side(line.right)];
  const of = sides.map(({ about, reading }) => [about, reading] as const);
  return {
    title: plain(line.title),
    sides,
    unit,
    difference: opened(
      differenceText(line, language),
      told(short(line.difference / factor, 6), {
        title: plain(line.title),
        about: say(language, 'The left side less the right one.', '左侧减去右侧。'),
        unit,
        exact: exactly(line.difference, line.unit, language),
        of,
      }),
      told(percentOf(line.relative, language), {
        title: plain(line.title),
        about: say(language, 'The difference as a share of the right side.', '差异占右侧的比例。'),
        exact: percentOf(line.relative, language, 12),
        of,
      }),
      given(
        percentOf(line.within, language),
        `${plain(line.title)}${say(language, ': what still counts as agreement', '：容许差异')}`,
        inCompany(`reconciliation: ${line.name}: within`, telling),
        telling,
      ),
    ),
    because: plain(line.because),
  };
}

/** What disagrees first, then what agrees. */
export function reconciliationBlock(findings: Findings, language: Language): ReconciliationBlock {
  const { reconciliation } = findings;
  const agreeing = reconciliation.filter(({ agrees }) => agrees);
  const groups = [
    ...openSections(language).map(({ between, title }) => ({
      title,
      agrees: false,
      own: reconciliation.filter((line) => !line.agrees && line.between === between),
    })),
    {
      title: say(language, 'Lines that agree', '一致项'),
      agrees: true,
      own: agreeing.filter(({ between }) => between !== 'model'),
    },
    {
      title: say(
        language,
        'Lines that hold because the model starts from the report',
        '因模型以报告为起点而成立的项',
      ),
      agrees: true,
      own: agreeing.filter(({ between }) => between === 'model'),
    },
  ];
  return {
    about: plain(reconciliationText(findings, language)),
    groups: groups
      .filter(({ own }) => own.length > 0)
      .map(({ own, ...group }) => ({
        ...group,
        lines: own.map((line) => lineOf(line, findings, language)),
      })),
  };
}

function originsOf(
  { provenance, exceptions, later }: Assumption,
  findings: Findings,
  language: Language,
): AssumptionItem['origins'] {
  const said = (when: string, from: Provenance): AssumptionItem['origins'][number] => ({
    when,
    text: plain(from.kind === 'assumed' ? from.why : sourceText(from, findings, language)),
    assumed: from.kind === 'assumed',
    confidence: from.confidence === 'high' ? '' : confidenceWord(from.confidence, language),
  });
  return [
    said('', provenance),
    ...exceptions.map(({ year, provenance: from }) => said(String(year), from)),
    ...(later === undefined ? [] : [said(say(language, 'later years', '其后年份'), later)]),
  ];
}

function assumptionItem(value: Assumption, findings: Findings, language: Language): AssumptionItem {
  const { graph, horizons } = findings;
  const telling = { findings, language };
  const { quantity, item, scenarios, strategies, provenance } = value;
  const title = inputTitle(value, findings, language);
  const name = plain(title ?? quantityName(quantity, findings, language));
  const each = anyCaseOf(graph, scenarios, strategies);
  const spots = spotsOf(graph, { quantity, item, year: horizons.medium });
  return {
    name: plain(quantity),
    title: title ?? say(language, '', name),
    item: plain(itemName(quantity, item, findings, language)),
    where: [
      scenarios.map((name) => scenarioName(name, findings, language)),
      strategies.map((name) => strategyName(name, findings, language)),
    ]
      .filter((names) => names.length > 0)
      .map((names) => names.map(plain).join(say(language, ', ', '、')))
      .join(' / '),
    value: plain(writtenIn(value.value, language)),
    unit: declared(value.unit, 0, language).name,
    assumed: provenance.kind === 'assumed',
    origins: originsOf(value, findings, language),
    remarks: remarksOf(value, findings, language).map(plain),
    layer: layerWord(plain(value.layer), language),
    place: plain(`${value.file}:${value.line}`),
    reading:
      each < 0 || spots.length === 0
        ? // What is applied while files are read, and goals: no model reads it.
          given(plain(writtenIn(value.value, language)), name, factsOf(value, telling), telling)
        : { text: plain(writtenIn(value.value, language)), each, spots },
  };
}

/** Every value, those of one input together. */
export function assumptionItems(findings: Findings, language: Language): readonly AssumptionItem[] {
  const { assumed, sourced } = byInput(findings);
  return [...assumed, ...sourced].flatMap((own) =>
    own.map((value) => assumptionItem(value, findings, language)),
  );
}

/** The sources that values rest on, those of most values first. */
export function sourceList({ assumptions, sources }: Findings): ReportData['sources'] {
  const counts = new Map<string, number>();
  const keysOf = ({ provenance, exceptions, later }: Assumption): readonly string[] =>
    distinct(
      [provenance, ...exceptions.map((one) => one.provenance), later].flatMap(
        (from: Provenance | undefined) => (from?.kind === 'source' ? [from.key] : []),
      ),
    );
  for (const key of assumptions.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([key, values]) => ({ name: plain(sources.get(key)?.full ?? key), values }));
}
