// A thread that answers questions in their order.

import { Worker as Thread } from 'node:worker_threads';

export interface Asking<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly end: () => void;
}

export function startThread<Question, Answer>(script: URL): Asking<Question, Answer> {
  const waiting: {
    readonly done: (answer: Answer) => void;
    readonly failed: (reason: unknown) => void;
  }[] = [];
  const thread = new Thread(script);
  // Answers come in the order of the questions, so the oldest one that waits is meant.
  thread.on('message', (answer: Answer) => waiting.shift()?.done(answer));
  thread.on('error', (caught) => {
    for (const { failed } of waiting.splice(0)) failed(caught);
  });
  return {
    ask: (question) =>
      new Promise((done, failed) => {
        waiting.push({ done, failed });
        thread.postMessage(question);
      }),
    end: () => void thread.terminate(),
  };
}
