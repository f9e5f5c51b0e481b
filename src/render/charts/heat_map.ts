// Chart kind `heat_map`: the register on a map of likelihood and impact, before and after the response.

import type { Findings, RegisterFinding, RegisterRow } from '../../analyse/index.ts';
import { type Language, named, say } from '../wording.ts';
import { bandName, MAJOR } from './bands.ts';
import { asHeatMap } from './bodies.ts';
import type { Sketching } from './chart.ts';
import { distinct } from './data.ts';
import { type HeatMapItem, sameCell } from './heat_map_panels.ts';
import { percentOf } from './numbers.ts';

/** More than any register has that is read on one page. */
const MOST_ROWS = 40;

/** How many risks are major or above before and after the response. */
function headline(register: RegisterFinding, language: Language): string {
  const risks = register.rows.filter((row) => row.kind === 'risk');
  const before = risks.filter((row) => row.inherent.impact.level >= MAJOR).length;
  const after = risks.filter((row) => row.residual.impact.level >= MAJOR).length;
  const all = risks.length;
  const band = bandName(register.impactBands[MAJOR - 1] ?? 'major', language);
  const level = language === 'en' ? band.toLowerCase() : band;
  const are = before === 1 ? 'is' : 'are';
  if (all === 0) return say(language, 'The register holds no risks', '登记册中没有风险');
  if (before === 0 && after === 0) {
    return say(
      language,
      `None of ${all} risks is ${level} or above, before or after the response`,
      `${all} 项风险在应对前后均未达到“${level}”及以上`,
    );
  }
  if (before === after) {
    return say(
      language,
      `${before} of ${all} risks ${are} ${level} or above, before and after the response`,
      `${all} 项风险中有 ${before} 项达到“${level}”及以上，应对前后数量不变`,
    );
  }
  const then = after === 0 ? say(language, 'none', '没有') : String(after);
  return say(
    language,
    `${before === 0 ? 'None' : before} of ${all} risks ${before === 0 ? 'is' : are} ${level} or above before the response, ${then} after it`,
    `${all} 项风险中，应对前 ${before} 项达到“${level}”及以上，应对后${after === 0 ? then : ` ${after} 项`}`,
  );
}

/** `Minor, rare → Major, likely`; what does not change is said once: `Minor → Major, likely`. */
function ratings({ inherent, residual }: RegisterRow, language: Language): string {
  const impact = (side: RegisterRow['inherent']): string => bandName(side.impact.name, language);
  const likelihood = (side: RegisterRow['inherent']): string => {
    const text = bandName(side.likelihood.name, language);
    return language === 'en' ? text.toLowerCase() : text;
  };
  const comma = say(language, ', ', '、');
  const moved = (before: string, after: string): string =>
    before === after ? before : `${before} → ${after}`;
  const both = [impact, likelihood].every((of) => of(inherent) !== of(residual));
  return both
    ? moved(impact(inherent) + comma + likelihood(inherent), impact(residual) + comma + likelihood(residual))
    : moved(impact(inherent), impact(residual)) + comma + moved(likelihood(inherent), likelihood(residual));
}

function itemOf(row: RegisterRow, index: number, language: Language): HeatMapItem {
  const remarks = [
    say(language, String(row.year), `${row.year} 年`),
    row.notQuantified === undefined ? '' : say(language, 'judged', '定性判断'),
    row.override === undefined ? '' : say(language, 'set by a role', '人工调整'),
  ].filter((fact) => fact !== '');
  return {
    id: String(index + 1),
    title: named(row.title, language),
    detail: [ratings(row, language), ...remarks].join(' · '),
    remark: remarks.join(' · '),
    warning: row.worseAfterResponse ? say(language, 'worse after the response', '应对后加重') : '',
    opportunity: row.kind === 'opportunity',
    inherent: { likelihood: row.inherent.likelihood.level, impact: row.inherent.impact.level },
    residual: { likelihood: row.residual.likelihood.level, impact: row.residual.impact.level },
  };
}

function bandLabels(names: readonly string[], bounds: readonly number[], language: Language) {
  return names.map((name, index) => ({
    name: bandName(name, language),
    bound: (bounds[index] ?? 0) > 0 ? `≥ ${percentOf(bounds[index] ?? 0, language)}` : '',
  }));
}

function strategyTitle(name: string, findings: Findings, language: Language): string {
  const found = findings.strategies.find((one) => one.name === name);
  return found ? named(found.title, language) : name;
}

function notes(register: RegisterFinding, findings: Findings, language: Language): string[] {
  const judged = register.rows.filter((row) => row.notQuantified !== undefined).length;
  const of = findings.quantities.get(register.impactOf.quantity);
  const base = of ? named(of.title, language) : register.impactOf.quantity;
  const all = register.rows.length;
  return [
    say(
      language,
      `Impact: the largest over the scenarios, as a share of ${base}, in the year of each row.`,
      `影响：各行所示年份、各情景中最大值占${base}的比例。`,
    ),
    register.rows.some(({ inherent }) => inherent.drawn !== undefined)
      ? say(
          language,
          'Likelihood of modelled rows: the share of draws with a material impact.',
          '已量化条目的可能性：影响达到重要等级的抽样占比。',
        )
      : say(language, 'Likelihood: a declared judgement.', '可能性：声明的判断。'),
    judged === 0
      ? ''
      : say(
          language,
          `${judged} of ${all} rows are judged, not modelled.`,
          `${all} 行中有 ${judged} 行为定性判断，未建模。`,
        ),
  ].filter((note) => note !== '');
}

export const heatMap: Sketching = (_request, findings, language) => {
  const register = findings.register;
  const rows = register?.rows.slice(0, MOST_ROWS) ?? [];
  const before = strategyTitle(register?.inherent ?? '', findings, language);
  const after = strategyTitle(register?.residual ?? '', findings, language);
  const items = rows.map((row, index) => itemOf(row, index, language));
  const opportunities = rows.some((row) => row.kind === 'opportunity');
  return {
    headline: register
      ? headline(register, language)
      : say(language, 'The study has no register', '本研究没有登记册'),
    facts: [say(language, 'likelihood and impact', '可能性与影响')],
    unit: '',
    restsOn: register ? [...register.rows.flatMap((row) => row.drivenBy), register.impactOf.quantity] : [],
    left: register?.rows.slice(MOST_ROWS).map((row) => named(row.title, language)) ?? [],
    ...(register === undefined
      ? {}
      : { only: { scenarios: [], strategies: distinct([register.inherent, register.residual]) } }),
    notes: register ? notes(register, findings, language) : [],
    ...asHeatMap({
      items,
      impacts: bandLabels(register?.impactBands ?? [], register?.impactBounds ?? [], language),
      likelihoods: bandLabels(register?.likelihoodBands ?? [], register?.likelihoodBounds ?? [], language),
      words: {
        impact: say(language, 'Impact', '影响'),
        likelihood: say(language, 'Likelihood', '可能性'),
        before: say(language, `before the response (${before})`, `应对前（${before}）`),
        after: say(language, `after it (${after})`, `应对后（${after}）`),
        same: items.some(({ inherent, residual }) => sameCell(inherent, residual))
          ? say(language, 'the same before and after', '应对前后相同')
          : '',
        opportunity: opportunities ? say(language, 'opportunity', '机遇') : '',
      },
    }),
  };
};
