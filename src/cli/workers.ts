// Threads that compute draws: started for one study, ended with it.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker as Thread } from 'node:worker_threads';
import type { Reply, Request, Worker } from '../simulate/index.ts';

/** More threads than this bring nothing: the main thread puts their answers together. */
const MOST = 16;

export interface Pool {
  readonly workers: readonly Worker[];
  readonly end: () => void;
}

/** As many as the machine computes at once. */
const defaultWorkers = (): number => Math.min(MOST, availableParallelism());

/**
 * @param answered called after each answer, with how many there were
 * @param script src/cli/draw_worker.ts as the bundle has it: beside this file
 */
export function startWorkers(
  count: number,
  answered: (answers: number) => void,
  script = new URL('draw_worker.cjs', import.meta.url),
): Pool {
  let answers = 0;
  if (!existsSync(script)) throw new Error('the bundle is not complete: draw_worker.cjs is missing');
  const threads = Array.from({ length: count }, () => new Thread(script));
  const workers = threads.map((thread): Worker => {
    let turn: Promise<unknown> = Promise.resolve();
    // A thread that failed before answers nothing more.
    const ended = new Error('a thread that computes draws has ended');
    let hasEnded = false;
    thread.once('exit', () => {
      hasEnded = true;
    });
    const ask = (request: Request): Promise<Reply> =>
      new Promise((resolve, reject) => {
        if (hasEnded) throw ended;
        const stop = (): void => {
          thread.off('message', onMessage);
          thread.off('error', onError);
          thread.off('exit', onExit);
        };
        const onMessage = (reply: Reply): void => {
          stop();
          answered(++answers);
          resolve(reply);
        };
        const onError = (caught: unknown): void => {
          stop();
          reject(caught);
        };
        const onExit = (): void => onError(ended);
        thread.on('message', onMessage);
        thread.on('error', onError);
        thread.on('exit', onExit);
        thread.postMessage(request);
      });
    // One request at a time, so that answers come in order.
    return (request) => {
      const next = turn.then(() => ask(request));
      turn = next.catch(() => undefined);
      return next;
    };
  });
  return { workers, end: () => threads.forEach((thread) => void thread.terminate()) };
}

/**
 * Hands out workers whose threads start with the first request and end with the work: what draws nothing starts none.
 * @param part told how much of what was asked is answered
 */
export async function usingWorkers<T>(
  asked: number | undefined,
  part: (share: number) => void,
  work: (workers: readonly Worker[]) => Promise<T>,
): Promise<T> {
  const count = asked ?? defaultWorkers();
  let pool: Pool | undefined;
  try {
    return await work(
      Array.from(
        { length: count },
        (_, index): Worker =>
          (request) => {
            pool ??= startWorkers(count, (answers) => part(answers / (answers + count)));
            const worker = pool.workers[index];
            if (worker === undefined) throw new Error(`no worker ${index}`);
            return worker(request);
          },
      ),
    );
  } finally {
    pool?.end();
  }
}
