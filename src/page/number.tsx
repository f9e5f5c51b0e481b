// A number that opens into its explanation.

import type { Reading } from '../render/report/types.ts';
import { useShared } from './context.ts';

export function Figure({ reading, class: more = '' }: { reading: Reading; class?: string }) {
  const { open } = useShared();
  const { text, spots } = reading;
  if (spots.length === 0) return <span class={`plain ${more}`}>{text}</span>;
  return (
    <button type="button" class={`number ${more}`} aria-haspopup="dialog" onClick={() => open(reading)}>
      {text}
    </button>
  );
}
