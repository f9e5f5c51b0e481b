// What every part of the page may use: the data, the graph, and the way to open an explanation.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reading } from '../render/report/types.ts';
import type { Carried } from './data.ts';

/** A number that was asked for; as it was read, and in which unit, where it was read on the page. */
export type Asked = Pick<Reading, 'each' | 'spots' | 'sum' | 'percentiles' | 'grade' | 'account'> & {
  readonly text?: string;
  readonly unit?: string | undefined;
};

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
