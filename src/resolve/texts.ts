// The texts that the files of a program give in both languages, together.

import type { Diagnostic } from '../diagnostics/index.ts';
import { addText, type BothLanguages, type Parsed, type Texts } from '../parse/index.ts';

/** English text, or place inside a source -> its Chinese. */
export function textsOf(
  { files }: Parsed,
  which: keyof BothLanguages,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, string> {
  const all = new Map<string, NonNullable<ReturnType<Texts['get']>>>();
  for (const file of files.values())
    for (const [en, text] of file[which] ?? []) addText(all, en, text, diagnostics);
  return new Map([...all].map(([en, { zh }]) => [en, zh]));
}

/** Chinese of texts that were put together from others, such as the reason for a scenario with overlays. */
export function withJoined(
  texts: ReadonlyMap<string, string>,
  together: readonly string[],
): ReadonlyMap<string, string> {
  const chineseOf = (text: string): string | undefined => {
    const whole = texts.get(text);
    if (whole !== undefined) return whole;
    for (const [en, zh] of texts) {
      const rest = text.startsWith(`${en} `) ? chineseOf(text.slice(en.length + 1)) : undefined;
      if (rest !== undefined) return zh + rest;
    }
    return undefined;
  };
  const found = together.flatMap((text) => {
    const zh = chineseOf(text);
    return zh === undefined ? [] : [[text, zh] as const];
  });
  return new Map([...texts, ...found]);
}
