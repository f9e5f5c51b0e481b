// Shares of the draws and those who compute them: who gets which draws, and what is asked of each.
import {
  type Counted,
  type Gathered,
  type Glance,
  GROUP,
  type Look,
  type Ranges,
  type Reply,
  type Request,
  type Worker,
} from './types.ts';

export interface Share {
  readonly worker: Worker;
  /** Draws from one up to but not including the other. */
  readonly from: number;
  readonly to: number;
}

/** Whole groups of draws for each worker, one after the other; who gets none is left out. */
export function shareOut(draws: number, workers: readonly Worker[]): readonly Share[] {
  const groups = Math.ceil(draws / GROUP);
  const start = (index: number): number =>
    Math.min(draws, Math.floor((groups * index) / workers.length) * GROUP);
  return workers
    .map((worker, index) => ({ worker, from: start(index), to: start(index + 1) }))
    .filter(({ from, to }) => to > from);
}

export interface Asker {
  readonly each: (request: (share: Share) => Request) => Promise<readonly Reply[]>;
  /** The workers share the glances out. */
  readonly look: (glances: readonly Glance[]) => Promise<readonly Look[]>;
  /** [share][case of the batch] */
  readonly count: (
    cases: readonly number[],
    ranges: readonly Ranges[],
  ) => Promise<readonly (readonly Counted[])[]>;
  readonly gather: (request: Request & { readonly kind: 'gather' }) => Promise<readonly Gathered[]>;
}

export function askWorkers(shares: readonly Share[]): Asker {
  const each: Asker['each'] = (request) => Promise.all(shares.map((share) => share.worker(request(share))));
  return {
    each,
    look: async (glances) => {
      // Neighbours go together, since they may have much in common.
      const start = (place: number): number => Math.floor((glances.length * place) / shares.length);
      const replies = await Promise.all(
        shares.map(({ worker }, place) =>
          worker({ kind: 'look', glances: glances.slice(start(place), start(place + 1)) }),
        ),
      );
      return replies.flatMap((reply) => expected(reply, 'look').looks);
    },
    count: async (cases, ranges) => {
      const replies = await each(() => ({ kind: 'count', cases, ranges }));
      return replies.map((reply) => expected(reply, 'count').counted);
    },
    gather: async (request) => {
      const replies = await each(() => request);
      return replies.map((reply) => expected(reply, 'gather').gathered);
    },
  };
}

function expected<Kind extends Reply['kind']>(reply: Reply, kind: Kind): Reply & { readonly kind: Kind } {
  if (reply.kind !== kind) throw new Error(`a worker answers ${reply.kind} when it is asked to ${kind}`);
  return reply as Reply & { readonly kind: Kind };
}
