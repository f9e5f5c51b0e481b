// The numbers that a chart draws, as a table in which each of them opens; what a kind draws decides what its table lists.

import type { ChartRequest } from '../../../analyse/index.ts';
import type { Telling } from '../../opening.ts';
import { type Drawn, NONE } from './common.ts';
import { differences, regrets } from './compared.ts';
import { curves, steps } from './parts.ts';
import { series } from './series.ts';
import { ends, fans, shares } from './spread.ts';

export type { Drawn } from './common.ts';

/** @param named years that the headline names */
export function drawnBy(request: ChartRequest, named: readonly number[], telling: Telling): Drawn {
  if (request.quantities.length === 0) return NONE;
  const asked = { request, named, ...telling };
  switch (request.kind) {
    case 'fan':
      return fans(asked);
    case 'tornado':
      return ends(asked);
    case 'drivers':
      return shares(asked);
    case 'regret':
      return regrets(asked);
    case 'difference':
      return differences(asked);
    case 'waterfall':
      return steps(asked);
    case 'abatement_curve':
      return curves(asked);
    default:
      return series(asked);
  }
}
