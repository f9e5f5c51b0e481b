// A thread that draws pictures as PNG while the main one goes on; it loads the rasteriser and nothing else.

import { parentPort } from 'node:worker_threads';
import { rasteriser } from '../load/rasteriser.ts';

const draw = rasteriser();
parentPort?.on('message', async (svg: string) => parentPort?.postMessage(await draw(svg)));
