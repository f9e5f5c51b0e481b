// "Every" in a headline: of the study, or only of what the chart shows.
import { type Language, say } from '../wording.ts';
import type { Cases } from './cases.ts';
import type { Shown } from './data.ts';

export const everyScenario = ({ whole }: Shown, language: Language): string =>
  whole.scenarios
    ? say(language, 'every scenario', '各情景')
    : say(language, 'every scenario shown', '图中各情景');

export const everyStrategy = ({ whole }: Shown, language: Language): string =>
  whole.strategies
    ? say(language, 'every strategy', '各策略')
    : say(language, 'every strategy shown', '图中各策略');

export const everyCase = ({ whole }: Shown, { left }: Pick<Cases, 'left'>, language: Language): string =>
  whole.scenarios && whole.strategies && left.length === 0
    ? say(language, 'every case', '各情形')
    : say(language, 'every case shown', '图中各情形');

export const sameInScenarios = (shown: Shown, language: Language): string =>
  say(language, `the same in ${everyScenario(shown, language)}`, `${everyScenario(shown, language)}相同`);

export const sameForStrategies = (shown: Shown, language: Language): string =>
  say(language, `the same for ${everyStrategy(shown, language)}`, `${everyStrategy(shown, language)}相同`);
