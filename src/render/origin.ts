// Who says so, in words: a source with its place, how a value was derived from it, or a reason for assuming it.
import type { Findings, Provenance } from '../analyse/index.ts';
import { type Language, say } from './wording.ts';

export function origin(from: Provenance, findings: Findings, language: Language): string {
  const words = say(
    language,
    { high: 'high', medium: 'medium', low: 'low' }[from.confidence],
    { high: '高', medium: '中', low: '低' }[from.confidence],
  );
  const confidence = say(language, ` [confidence ${words}]`, `［置信度${words}］`);
  switch (from.kind) {
    case 'source': {
      const place = from.place === '' ? '' : `, ${from.place}`;
      const how = from.derived === undefined ? '' : say(language, '; derived: ', '；推导：') + from.derived;
      return `${findings.sources.get(from.key)?.full ?? from.key}${place}${how}${from.confidence === 'high' ? '' : confidence}`;
    }
    case 'assumed':
      return say(language, 'assumed: ', '假设：') + from.why + confidence;
    default: {
      const never: never = from;
      return never;
    }
  }
}
