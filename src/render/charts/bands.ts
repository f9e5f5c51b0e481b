// Names of likelihood and impact bands in the reader's language: for the heat map and the register.
import { capital, type Language, plain } from '../wording.ts';

/** The usual words of risk matrices; a register with words of its own keeps them. */
const CHINESE: Readonly<Record<string, string>> = {
  minor: '轻微',
  moderate: '中等',
  major: '重大',
  severe: '严重',
  critical: '极严重',
  rare: '罕见',
  unlikely: '不太可能',
  possible: '可能',
  likely: '很可能',
  almost_certain: '几乎确定',
};

/** `almost_certain` -> `Almost certain`, `几乎确定`. */
export function bandName(name: string, language: Language): string {
  return language === 'zh' ? (CHINESE[name] ?? plain(name)) : capital(plain(name));
}

/** The third of five bands counts as major, whatever its name is. */
export const MAJOR = 3;

/** Levels of a map of five by five that share a tint. */
const LEVELS_OF_A_ZONE = 1.8;

/** The zone of a map by its levels of impact and likelihood, 0 the palest of five. */
export const zoneOf = (impact: number, likelihood: number): number =>
  Math.min(4, Math.floor((impact + likelihood - 2) / LEVELS_OF_A_ZONE));
