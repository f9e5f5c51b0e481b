// Words in the reader's language and text made harmless: for every table and chart of the render stage.
import type { Title } from '../analyse/index.ts';

export type Language = 'en' | 'zh';

const LONGEST_LABEL = 300;

/** One of two wordings. */
export function say(language: Language, en: string, zh: string): string;
export function say<Wording>(language: Language, en: Wording, zh: Wording): Wording;
export function say<Wording>(language: Language, en: Wording, zh: Wording): Wording {
  return language === 'zh' ? zh : en;
}

/** Letters and marks that are surely none of those that go; between words stands one blank. Nearly every text is so. */
const WORD =
  '[!-~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027\\u2030-\\u205e\\u2080-\\u208e\\u2190-\\u22ff\\u3001-\\u303f\\u4e00-\\u9fa5\\uff01-\\uff5e]+';
const PLAIN = new RegExp(`^(?:${WORD}(?: ${WORD})*)?$`);

/**
 * Text of a file as one plain line. Control characters, direction marks and halves of surrogate pairs go:
 * they could reverse a number on the page or make the XML invalid.
 */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
}

/** A title in the language, plain, cut to a length that no honest title has. */
export function named(title: Title, language: Language): string {
  const text = plain(title[language] === '' ? title.en : title[language]);
  return text.length > LONGEST_LABEL ? `${[...text].slice(0, LONGEST_LABEL - 1).join('')}…` : text;
}

/** `a, b and c`. */
export function listed(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  if (language === 'zh') return `${words.slice(0, -1).join('、')}和${last}`;
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A text in brackets behind another. */
export const bracketed = (text: string, language: Language): string =>
  say(language, ` (${text})`, `（${text}）`);

/** Clauses of one sentence. */
export function clauses(parts: readonly string[], language: Language): string {
  return parts.filter((part) => part !== '').join(say(language, '; ', '；'));
}

/** The first letter raised; ids such as `almost_certain` read as words. */
export function capital(text: string): string {
  const words = text.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
