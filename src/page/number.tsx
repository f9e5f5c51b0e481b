// A number that opens into what it is, and texts with such numbers in them.

import type { Cell, Reading } from '../render/report/types.ts';
import { useShared } from './context.ts';

interface FigureProps {
  readonly reading: Reading;
  /** Stands beside the number, or above it. */
  readonly unit?: string;
  readonly class?: string;
}

export function Figure({ reading, unit = '', class: more = '' }: FigureProps) {
  const { open } = useShared();
  const { text, spots, account } = reading;
  if (spots.length === 0 && account === undefined) return <span class={`plain ${more}`}>{text}</span>;
  return (
    <button
      type="button"
      class={`number ${more}`}
      aria-haspopup="dialog"
      onClick={() => open({ ...reading, unit: account?.unit ?? reading.unit ?? unit })}
    >
      {text}
    </button>
  );
}

/** A text whose numbers open. */
export function Text({ of, unit = '' }: { of: Cell; unit?: string }) {
  if (typeof of === 'string') return <>{of}</>;
  return (
    <>
      {of.map((piece, index) =>
        typeof piece === 'string' ? piece : <Figure reading={piece} unit={unit} key={index} />,
      )}
    </>
  );
}

/** Ends of the range of nine draws in ten. */
const NINE_IN_TEN = [5, 95];

export function Range({ reading, unit }: { reading: Reading; unit: string }) {
  const { range, ...central } = reading;
  if (range === undefined) return null;
  return (
    <small class="range">
      <Figure reading={{ ...central, text: range, percentiles: NINE_IN_TEN }} unit={unit} />
    </small>
  );
}
