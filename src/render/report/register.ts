// The register for the page: its rows with ratings, amounts that open, and all that the register's file says of them.

import type { Findings, RegisterFinding, RegisterRow, RegisterSide } from '../../analyse/index.ts';
import { amountBelow, headUnit } from '../amounts.ts';
import { bandName } from '../charts/bands.ts';
import { percentOf } from '../charts/numbers.ts';
import { declared } from '../charts/units.ts';
import { byTitle } from '../names.ts';
import { legendText } from '../register.ts';
import { issueTexts } from '../register-attention.ts';
import { factsOf } from '../register-facts.ts';
import { statusFor, wordFor } from '../register-words.ts';
import { type Language, named, plain, say } from '../wording.ts';
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

function itemOf(
  row: RegisterRow,
  index: number,
  register: RegisterFinding,
  findings: Findings,
  language: Language,
): RegisterItem {
  const rated = (side: RegisterSide, strategy: string): RegisterItem['before'] => ({
    impact: bandName(side.impact.name, language),
    byNumbers: side.derived === undefined ? '' : bandName(side.derived.name, language),
    likelihood: bandName(side.likelihood.name, language),
    chance: side.drawn === undefined ? '' : percentOf(side.drawn.chance, language, 2),
    levels: [side.impact.level, side.likelihood.level],
    scenario: side.scenario === undefined ? '' : scenarioTitle(side.scenario, findings, language),
    reading:
      side.amount === undefined || side.scenario === undefined
        ? undefined
        : amountOf(row, { value: side.amount, scenario: side.scenario, strategy }, findings, language),
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
      ([label, text]) => [label, plain(text)],
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
    legend: legendText(register, findings, language),
    unit: headUnit(register.unit, language),
    items: register.rows.map((row, index) => itemOf(row, index, register, findings, language)),
  };
}
