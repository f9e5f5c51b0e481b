// A thread that computes a share of the draws; it loads the kernels' runner and nothing else.

import { parentPort } from 'node:worker_threads';
import { makeShare } from '../simulate/blocks/share.ts';
import { handedOver, type Request } from '../simulate/blocks/types.ts';
import { deviates } from '../simulate/draws/deviates.ts';

const answer = makeShare(deviates);
parentPort?.on('message', (request: Request) => {
  const reply = answer(request);
  parentPort?.postMessage(reply, handedOver(reply));
});
