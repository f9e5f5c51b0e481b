// The register for the page: its rows with ratings, amounts that open, and all that the register's file says of them.

import type { Findings, RegisterFinding, RegisterRow, RegisterSide } from '../../analyse/index.ts';
import { amountBelow, headUnit } from '../amounts.ts';
import { bandName } from '../charts/bands.ts';
import { percentOf, short } from '../charts/numbers.ts';
import { declared, scaled } from '../charts/units.ts';
import { byTitle } from '../names.ts';
import { caseTitle, chanceOf, exactly, given, inStudy, numberOf, type Telling, told } from '../opening.ts';
import { opened } from '../pieces.ts';
import { legendText } from '../register.ts';
import { issueTexts } from '../register-attention.ts';
import { factsOf, standsIn, TOLERANCE } from '../register-facts.ts';
import { statusFor, wordFor } from '../register-words.ts';
import { bracketed, type Language, named, plain, say } from '../wording.ts';
import { caseOf, factorOf, reading, spotsOf } from './readings.ts';
import type { Reading, RegisterBlock, RegisterItem } from './types.ts';
import { wordsIn } from './words.ts';

const strategyTitle = (name: string, { strategies }: Findings, language: Language): string => {
  const found = strategies.find((one) => one.name === name);
  return found === undefined ? plain(name) : named(found.title, language);
};

const scenarioTitle = (name: string, { scenarios }: Findings, language: Language): string => {
  const found = scenarios.find((one) => one.name === name);
  return found === undefined ? plain(name) : named(found.title, language);
};

interface Amount {
  readonly value: number;
  readonly scenario: string;
  readonly strategy: string;
}

/** An amount is the sum of what drives its row. */
function amountOf(
  row: RegisterRow,
  { value, scenario, strategy }: Amount,
  findings: Findings,
  language: Language,
): Reading {
  const { graph, register } = findings;
  const each = caseOf(graph, scenario, strategy);
  const spots = row.drivenBy.flatMap((quantity) => spotsOf(graph, { quantity, year: row.year }));
  const unit = register?.unit ?? '1';
  const { factor, name } = declared(unit, value, language);
  return reading(graph, amountBelow(value, unit, language), each, spots, {
    title: named(row.title, language),
    unit: name,
    factor: factorOf(graph, register?.impactOf.quantity ?? '') * factor,
    value: value / factor,
  });
}

/** What is tolerated: a share that the register's file sets, of its yardstick. */
function toleranceOf(
  { title, at }: RegisterRow,
  { share, amount }: NonNullable<RegisterRow['tolerance']>,
  { unit, impactOf }: RegisterFinding,
  telling: Telling,
): Reading {
  const { language, findings } = telling;
  const of = findings.quantities.get(impactOf.quantity)?.title;
  const name = of === undefined ? plain(impactOf.quantity) : named(of, language);
  return told(amountBelow(amount, unit, language), {
    title: `${TOLERANCE[language]}${say(language, ': ', '：')}${named(title, language)}`,
    about: say(
      language,
      `The share that the file sets, ${percentOf(share, language)}, of ${name}: ${exactly(impactOf.value, impactOf.unit, language)}.`,
      `文件设定的比例 ${percentOf(share, language)} 乘以${name}（${exactly(impactOf.value, impactOf.unit, language)}）。`,
    ),
    unit: headUnit(unit, language),
    exact: exactly(amount, unit, language),
    facts: [[say(language, 'File', '文件'), `${at.file}:${at.line}`]],
  });
}

/** Where the indicator of a row stands in each scenario: of several elements the one nearest to the trigger. */
function watched({ watch }: RegisterRow, strategy: string, telling: Telling): readonly Reading[] {
  const { findings, language } = telling;
  const { graph, asOf } = findings;
  const { quantity, unit, now } = watch;
  const shown = scaled(unit, Math.max(0, ...now.map(({ value }) => Math.abs(value))), language);
  const year = Number(asOf.slice(0, 4));
  const items = graph.quantities.find(({ name }) => name === quantity)?.items ?? [];
  return now.flatMap(({ scenario, value }) =>
    items
      .map((item) => {
        const where = { scenario, strategy };
        const text = short(value / shown.factor, 4);
        return numberOf(text, { quantity, item, year }, where, { value, unit: shown }, telling);
      })
      .filter(({ spots }) => spots.length > 0)
      .slice(0, 1),
  );
}

function itemOf(
  row: RegisterRow,
  index: number,
  register: RegisterFinding,
  findings: Findings,
  language: Language,
): RegisterItem {
  const telling = { findings, language };
  const amountIn = ({ amount, scenario }: RegisterSide, strategy: string): Reading | undefined =>
    amount === undefined || scenario === undefined
      ? undefined
      : amountOf(row, { value: amount, scenario, strategy }, findings, language);
  const likelihoodOf = (
    drawn: NonNullable<RegisterSide['drawn']>,
    side: RegisterSide,
    strategy: string,
  ): Reading => {
    const amount = amountIn(side, strategy);
    const bound = register.impactBounds[register.impactBands.indexOf(drawn.band)] ?? 0;
    const band = `${bandName(drawn.band, language)}${bracketed(`≥ ${percentOf(bound, language)}`, language)}`;
    return chanceOf(
      percentOf(drawn.chance, language, 2),
      drawn,
      named(row.title, language) +
        bracketed(caseTitle({ scenario: side.scenario ?? '', strategy }, telling), language),
      say(language, `the impact reaches the band ${band}`, `影响达到“${band}”`),
      amount === undefined ? [] : [[say(language, 'Central case', '中心情形'), amount]],
      telling,
    );
  };
  const rated = (side: RegisterSide, strategy: string): RegisterItem['before'] => ({
    impact: bandName(side.impact.name, language),
    byNumbers: side.derived === undefined ? '' : bandName(side.derived.name, language),
    likelihood: bandName(side.likelihood.name, language),
    chance: side.drawn === undefined ? [] : [likelihoodOf(side.drawn, side, strategy)],
    levels: [side.impact.level, side.likelihood.level],
    scenario: side.scenario === undefined ? '' : scenarioTitle(side.scenario, findings, language),
    reading: amountIn(side, strategy),
  });
  const impact = (value: number, scenario: string, strategy: string): Reading =>
    amountOf(row, { value, scenario, strategy }, findings, language);
  return {
    number: index + 1,
    title: named(row.title, language),
    kind: row.kind,
    type: plain(wordFor(row.type, language)),
    horizon: String(row.year),
    before: rated(row.inherent, register.inherent),
    current:
      row.current === undefined || register.current === undefined
        ? undefined
        : rated(row.current, register.current),
    after: rated(row.residual, register.residual),
    warnings: [
      ...(row.worseAfterResponse ? [wordsIn(language).worse] : []),
      ...(row.tolerance?.status === 'over' ? [statusFor('over', language)] : []),
    ],
    owner: plain(row.owner),
    facts: factsOf(byTitle(row, findings, language), register.unit, findings, language).map(
      ([label, text]) => [
        label,
        label === TOLERANCE[language] && row.tolerance !== undefined
          ? opened(plain(text), toleranceOf(row, row.tolerance, register, telling))
          : label === standsIn(findings, language)
            ? opened(plain(text), ...watched(row, register.residual, telling))
            : plain(text),
      ],
    ),
    impacts: row.impacts.map(({ scenario, inherent, current, residual }) => ({
      scenario: scenarioTitle(scenario, findings, language),
      readings: [
        impact(inherent, scenario, register.inherent),
        ...(current === undefined ? [] : [impact(current, scenario, register.current ?? '')]),
        impact(residual, scenario, register.residual),
      ],
    })),
    impactHead: [
      say(
        language,
        `Impact in ${row.year}, ${headUnit(register.unit, language)}`,
        `${row.year} 年影响，${headUnit(register.unit, language)}`,
      ),
      wordsIn(language).before,
      ...(row.impacts.some(({ current }) => current !== undefined) ? [wordsIn(language).today] : []),
      wordsIn(language).after,
    ],
  };
}

export function registerBlock(findings: Findings, language: Language): RegisterBlock | undefined {
  const { register } = findings;
  if (register === undefined) return undefined;
  const telling = { findings, language };
  const likely = register.rows.flatMap(({ inherent }) => inherent.drawn?.band ?? []);
  const before = strategyTitle(register.inherent, findings, language);
  const after = strategyTitle(register.residual, findings, language);
  return {
    title: plain(register.title),
    about: say(
      language,
      `Before the response: strategy ${before}. After it: ${after}.`,
      `应对前：策略“${before}”。应对后：“${after}”。`,
    ),
    issues: issueTexts(register, language).map(plain),
    legend: opened(
      legendText(register, findings, language),
      // The bounds of all bands, then that of the band from which on a draw counts.
      ...[...register.impactBands, ...likely.slice(0, 1)].map((band) =>
        given(
          percentOf(register.impactBounds[register.impactBands.indexOf(band)] ?? 0, language),
          bandName(band, language),
          inStudy('register: bands: impact', telling),
          telling,
        ),
      ),
    ),
    unit: headUnit(register.unit, language),
    items: register.rows.map((row, index) => itemOf(row, index, register, findings, language)),
  };
}
