// What every part of the page may use: the data, the graph, and the way to open an explanation.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reading } from '../render/report/types.ts';
import type { Carried } from './data.ts';

/** A number that was asked for. */
export type Asked = Pick<Reading, 'each' | 'spots' | 'sum'>;

interface Shared extends Carried {
  readonly open: (asked: Asked) => void;
}

export const SharedContext = createContext<Shared | undefined>(undefined);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (shared === undefined) throw new Error('used outside the page');
  return shared;
}

/** `{n} of {all}` with its blanks filled. */
export const filled = (text: string, blanks: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
