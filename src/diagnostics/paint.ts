// The colours of a message as functions, so that printing stays pure and a pipe gets plain text.

type Brush = (text: string) => string;

export interface Paint {
  readonly error: Brush;
  readonly warning: Brush;
  /** The message itself. */
  readonly strong: Brush;
  /** Line numbers, places, rules. */
  readonly quiet: Brush;
  /** The marks beside the fault and what is said about them. */
  readonly label: Brush;
  readonly help: Brush;
}

const same: Brush = (text) => text;

/** No colour at all. */
export const plain: Paint = {
  error: same,
  warning: same,
  strong: same,
  quiet: same,
  label: same,
  help: same,
};
