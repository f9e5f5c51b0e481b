// A thread that cuts fonts while this one goes on: started with the first cut of a pack, ended with it.

import type { fontCutter } from '../load/index.ts';
import { type Asking, startThread } from './thread.ts';

type CutFont = ReturnType<typeof fontCutter>;

/** @param script src/cli/font_worker.ts as the bundle has it: beside this file */
export function fontThread(script = new URL('font_worker.js', import.meta.url)): {
  readonly cutFont: CutFont;
  readonly end: () => void;
} {
  let thread: Asking<Parameters<CutFont>, Uint8Array> | undefined;
  return {
    cutFont: (...question) => {
      thread ??= startThread(script);
      return thread.ask(question);
    },
    end: () => thread?.end(),
  };
}
