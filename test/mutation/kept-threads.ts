// A pool for vitest that keeps its threads, with all that they have loaded, from one mutant to the next: most mutants need no more than
// a few tests run again. A mutant of what a module computes while it is loaded gets a thread of its own.

import type { Plugin } from 'vitest/config';
import { type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

const NAME = 'kept-threads';

/** A thread that has loaded modules, and waits. */
const idle: ThreadsPoolWorker[] = [];

type Listener = (message: unknown) => void;
const isFinished = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'testfileFinished';

function keepThread(made: () => ThreadsPoolWorker): PoolWorker {
  const waiting = idle.pop();
  const thread = waiting ?? made();
  const listeners: [event: string, listener: Listener][] = [];
  let settings: unknown;
  let busy = false;
  const on = (event: string, listener: Listener): void => {
    listeners.push([event, listener]);
    thread.on(event, listener);
  };
  const off = (event: string, listener: Listener): void => thread.off(event, listener);
  const answer = (type: 'started' | 'stopped'): void => {
    for (const [event, listener] of listeners)
      if (event === 'message') listener({ type, __vitest_worker_response__: true });
  };
  return {
    name: NAME,
    on,
    off,
    deserialize: (data) => data,
    start: async () => {
      if (waiting === undefined) await thread.start();
      on('message', (message) => {
        if (isFinished(message)) busy = false;
      });
    },
    send: (message: WorkerRequest) => {
      if (message.type === 'stop') return answer('stopped');
      if (message.type === 'start') {
        // Which tests are to run stands in the settings of a start, so every run takes them along.
        settings = message.context.config;
        return waiting === undefined ? thread.send(message) : answer('started');
      }
      if (message.type !== 'run') return thread.send(message);
      busy = true;
      return thread.send({ ...message, context: Object.assign({ config: settings }, message.context) });
    },
    stop: async () => {
      for (const [event, listener] of listeners) off(event, listener);
      // One that does not come to an end, or failed to, is not to be trusted.
      if (busy) await thread.stop();
      else idle.push(thread);
    },
  };
}

/** Puts the pool in the place of the one that Stryker asks for. */
export const keptThreads: Plugin = {
  name: NAME,
  configureVitest: ({ project, vitest }) => {
    vitest.onClose(async () => {
      for (const thread of idle.splice(0)) await thread.stop();
    });
    project.config.pool = NAME;
    project.config.isolate = false;
    project.config.poolRunner = {
      name: NAME,
      createPoolWorker: (options) => {
        const { mutantActivation } = options.project.getProvidedContext();
        const made = () => new ThreadsPoolWorker(options);
        return mutantActivation === 'static' ? made() : keepThread(made);
      },
    };
  },
};
