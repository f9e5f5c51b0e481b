// Threads that draw pictures as PNG: started with the first picture of a pack, ended with it.

import { availableParallelism } from 'node:os';
import { type Asking, startThread } from './thread.ts';

export interface PngThreads {
  /** Pictures wait for each other only where there are more of them than threads. */
  readonly toPng: (svg: string) => Promise<Uint8Array>;
  readonly end: () => void;
}

/** Two at a time; one where this thread would otherwise have no core of its own. */
const most = (): number => Math.max(1, Math.min(2, availableParallelism() - 1));

/** @param script src/cli/png_worker.ts as the bundle has it: beside this file */
export function pngThreads(script = new URL('png_worker.js', import.meta.url), count = most()): PngThreads {
  const threads: Asking<string, Uint8Array>[] = [];
  let asked = 0;
  return {
    toPng: (svg) => {
      const index = asked++ % count;
      threads[index] ??= startThread(script);
      return threads[index].ask(svg);
    },
    end: () => {
      for (const thread of threads) thread.end();
    },
  };
}
