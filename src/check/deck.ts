// Rule: a deck names kinds of slides and charts of the study, each once.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Program } from '../resolve/index.ts';

/** @param slides what a deck may name beside the study's charts */
export function checkDeck({ study }: Program, slides: readonly string[]): readonly Diagnostic[] {
  const deck = study?.deck ?? [];
  const names = [...slides, ...(study?.charts ?? []).map(({ name }) => name)];
  return deck.flatMap(({ name, span }, index): Diagnostic[] => {
    if (!names.includes(name)) {
      const help =
        didYouMean(name, names) ?? `slides: ${slides.join(', ')}, and the names of the study's charts`;
      return [
        error('deck/slide', `${name} is neither a kind of slide nor a chart of the study`, span, { help }),
      ];
    }
    const before = deck.slice(0, index).some((other) => other.name === name);
    return before ? [error('name/twice', `two of the slides are ${name}`, span)] : [];
  });
}
