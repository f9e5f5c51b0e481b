// A thread that cuts fonts while the main one goes on; it loads what cuts them and nothing else.

import { parentPort } from 'node:worker_threads';
import { fontCutter } from '../load/fonts.ts';

const cut = fontCutter();
// One after the other, so that answers come in the order of the questions.
let before: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Parameters<typeof cut>) => {
  before = before.then(async () => parentPort?.postMessage(await cut(...question)));
});
