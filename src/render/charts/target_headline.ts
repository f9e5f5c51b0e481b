// The headline of a target picture: who meets the target, when, and in how many scenarios.
import type { TargetFinding } from '../../analyse/index.ts';
import { capital, clauses, type Language, named, say } from '../wording.ts';
import { distinct, type Shown } from './data.ts';
import { everyStrategy } from './every.ts';
import { short } from './numbers.ts';
import { briefUnit } from './units.ts';

/** The target that the headline is about: the next one whose year is not past, else the last. */
function mainTarget(targets: readonly TargetFinding[]): TargetFinding | undefined {
  return targets.find((target) => !target.noActualReported) ?? targets.at(-1);
}

/** `reaches 50 %`; with its goal named already, `does so`. */
interface Verb {
  readonly does: string;
  readonly never: string;
  readonly late: string;
  readonly misses: string;
}

function verbOf(target: TargetFinding, goal: string, named: boolean, language: Language): Verb {
  const up = target.direction === 'at_least';
  if (language === 'zh') {
    const does = named ? '做到' : `${up ? '达到' : '降至'} ${goal}`;
    if (target.setByInput && !named)
      return { does: `设定为${does}`, never: `始终未${does}`, late: does, misses: `未${does}` };
    return { does, never: `始终未${does}`, late: does, misses: `未${does}` };
  }
  const reaches = `${up ? 'reaches' : 'gets down to'} ${goal}`;
  // What a strategy sets is its aim, not a finding of the model.
  const aims = target.setByInput ? `is set to ${up ? 'reach' : 'get down to'} ${goal}` : reaches;
  return named
    ? { does: 'does so', never: 'never does', late: '', misses: 'misses it' }
    : { does: aims, never: `never ${reaches}`, late: `${reaches} `, misses: `misses ${goal}` };
}

/** What one strategy does about a target in every scenario shown. */
function clause(own: readonly TargetFinding[], name: string, verb: Verb, language: Language): string {
  const by = own[0]?.year ?? 0;
  const met = own.filter((one) => one.met).length;
  const years = distinct(own.map((one) => one.firstYearMet));
  const sole = years.length === 1 ? years[0] : undefined;
  if (met === own.length) {
    return sole === undefined
      ? say(language, `${name} ${verb.does} by ${by}`, `${name}到 ${by} 年${verb.does}`)
      : say(language, `${name} ${verb.does} in ${sole}`, `${name}于 ${sole} 年${verb.does}`);
  }
  if (met > 0) {
    return say(
      language,
      `${name} ${verb.does} by ${by} in ${met} of ${own.length} scenarios`,
      `${name}在 ${own.length} 个情景中的 ${met} 个到 ${by} 年${verb.does}`,
    );
  }
  if (years.every((year) => year === undefined)) {
    return say(language, `${name} ${verb.never}`, `${name}${verb.never}`);
  }
  if (sole !== undefined && sole > by) {
    return say(language, `${name} ${verb.late}only in ${sole}`, `${name}要到 ${sole} 年才${verb.late}`);
  }
  return say(language, `${name} ${verb.misses} in ${by}`, `${name}在 ${by} 年${verb.misses}`);
}

/** How far the nearest case is from the goal, with as many digits as it takes not to be zero. */
function gap(all: readonly TargetFinding[], shown: Shown, language: Language): string {
  const nearest = all.reduce((best, one) => (Math.abs(one.gap) < Math.abs(best.gap) ? one : best));
  const strategy = shown.strategies.find((one) => one.name === nearest.strategy);
  const several = shown.strategies.length > 1;
  const name = several && strategy ? named(strategy.title, language) : '';
  const amount = short(Math.abs(shown.convert(nearest.quantity, nearest.gap)), 3);
  const unit = shown.unit === '%' ? say(language, ' points', '个百分点') : briefUnit(shown.unit, language);
  const up = nearest.direction === 'at_least';
  if (language === 'zh') return `最接近的${name || '情形'}${up ? '仍差' : '仍高出'} ${amount}${unit}`;
  return `the nearest${name === '' ? '' : `, ${name},`} is ${amount}${unit} ${up ? 'short' : 'above it'}`;
}

/** The finding in one sentence: strategies that meet the target come first, the goal is named once. */
export function targetHeadline(targets: readonly TargetFinding[], shown: Shown, language: Language): string {
  const main = mainTarget(targets);
  if (!main) return say(language, 'No target is set for this quantity', '该指标未设目标');
  const all = targets.filter((one) => one.name === main.name);
  const goal = short(shown.convert(main.quantity, main.goal), 4) + briefUnit(shown.unit, language);
  const first = verbOf(main, goal, false, language);
  const cases = shown.strategies
    .map((strategy) => ({
      name: named(strategy.title, language),
      own: all.filter((one) => one.strategy === strategy.name),
    }))
    .filter((one) => one.own.length > 0);
  const met = all.filter((one) => one.met).length;
  if (cases.length > 1 && met === all.length) {
    const by = main.year;
    const every = everyStrategy(shown, language);
    return say(language, `${capital(every)} ${first.does} by ${by}`, `${every}到 ${by} 年均${first.does}`);
  }
  if (cases.length > 1 && met === 0) {
    const by = main.year;
    const here = shown.whole.strategies;
    const none = say(
      language,
      `No strategy ${here ? '' : 'shown '}${first.does} by ${by}`,
      `${here ? '' : '图中'}没有策略能到 ${by} 年${first.does}`,
    );
    return clauses([none, gap(all, shown, language)], language);
  }
  const share = (own: readonly TargetFinding[]) => own.filter((one) => one.met).length / own.length;
  const ordered = [...cases].sort((a, b) => share(b.own) - share(a.own));
  const said = ordered.map((one, index) =>
    clause(one.own, one.name, verbOf(main, goal, index > 0, language), language),
  );
  return clauses([...said, met === 0 ? gap(all, shown, language) : ''], language);
}
