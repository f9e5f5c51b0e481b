// Searching a list: words that must all be found, choices that narrow it, and a count that is read aloud.

import { useId } from 'preact/hooks';
import { filled, useShared } from './context.ts';

/** True if every word of the search is somewhere in the texts. */
export function matches(search: string, texts: readonly string[]): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = texts.join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

export function SearchBox({ value, change }: { value: string; change: (value: string) => void }) {
  const { words } = useShared().data;
  const id = useId();
  return (
    <div class="field grow">
      <label for={id}>{words.search}</label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        value={value}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly change: (value: string) => void;
}

export function Choice({ label, value, options, change }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Count({ text, shown, all }: { text: string; shown: number; all: number }) {
  const { words } = useShared().data;
  return (
    <>
      <p class="count" role="status" aria-live="polite">
        {filled(text, { n: shown, all })}
      </p>
      {shown === 0 ? <p class="nothing">{words.nothing}</p> : null}
    </>
  );
}
