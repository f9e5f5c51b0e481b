// Threads that draw pictures as PNG: started with the first picture of a pack, ended with it.

import { availableParallelism } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';

export interface PngThreads {
  /** Pictures wait for each other only where there are more of them than threads. */
  readonly toPng: (svg: string) => Promise<Uint8Array>;
  readonly end: () => void;
}

/** Two at a time; one where this thread would otherwise have no core of its own. */
const most = (): number => Math.max(1, Math.min(2, availableParallelism() - 1));

/** Answers come in the order of the questions, so the oldest one that waits is meant. */
function startThread(script: URL): { readonly ask: PngThreads['toPng']; readonly end: () => void } {
  const waiting: {
    readonly done: (png: Uint8Array) => void;
    readonly failed: (reason: unknown) => void;
  }[] = [];
  const thread = new Thread(script);
  thread.on('message', (png: Uint8Array) => waiting.shift()?.done(png));
  thread.on('error', (caught) => {
    for (const { failed } of waiting.splice(0)) failed(caught);
  });
  return {
    ask: (svg) =>
      new Promise((done, failed) => {
        waiting.push({ done, failed });
        thread.postMessage(svg);
      }),
    end: () => void thread.terminate(),
  };
}

/** @param script src/cli/png_worker.ts as the bundle has it: beside this file */
export function pngThreads(script = new URL('png_worker.js', import.meta.url), count = most()): PngThreads {
  const threads: ReturnType<typeof startThread>[] = [];
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
