// Who says so, in words: a source with its place, how a value was derived from it, or a reason for assuming it.
import type { Confidence, Findings, Provenance } from '../analyse/index.ts';
import { type Language, say } from './wording.ts';

const CONFIDENCE = {
  high: { en: 'high', zh: '高' },
  medium: { en: 'medium', zh: '中' },
  low: { en: 'low', zh: '低' },
} as const;

export const confidenceWord = (confidence: Confidence, language: Language): string =>
  CONFIDENCE[confidence][language];

const LAYERS: Readonly<Record<string, string>> = {
  reference: '参考文件',
  company: '公司',
  scenario: '情景',
  strategy: '策略',
  study: '研究',
  'command line': '命令行',
};

/** Which layer of files sets a value. */
export const layerWord = (layer: string, language: Language): string =>
  say(language, layer, LAYERS[layer] ?? layer);

/** A source by its full name with the place in it, and how a value was derived from it. */
export function sourceText(
  { key, place, derived }: Extract<Provenance, { kind: 'source' }>,
  { sources }: Findings,
  language: Language,
): string {
  const where = place === '' ? '' : say(language, ', ', '，') + place;
  const how = derived === undefined ? '' : say(language, '; derived: ', '；推导：') + derived;
  return (sources.get(key)?.full ?? key) + where + how;
}

export function origin(from: Provenance, findings: Findings, language: Language): string {
  const words = confidenceWord(from.confidence, language);
  const confidence = say(language, ` [confidence ${words}]`, `［置信度${words}］`);
  switch (from.kind) {
    case 'source':
      return sourceText(from, findings, language) + (from.confidence === 'high' ? '' : confidence);
    case 'assumed':
      return say(language, 'assumed: ', '假设：') + from.why + confidence;
    default: {
      const never: never = from;
      return never;
    }
  }
}
