// Faults of a large table: one that comes again is counted, and of one kind only the first are told in full.
import { type Diagnostic, error, type Span } from '../diagnostics/index.ts';
import { counted } from './spelling.ts';

/** Of one kind; a table with a wrong decimal sign has a fault in every cell. */
const TOLD = 10;

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  readonly help?: string | undefined;
  readonly notes?: readonly string[];
}

export interface Faults {
  readonly add: (fault: Fault) => void;
  /** In the order in which they were met, those of one kind together. */
  readonly list: () => readonly Diagnostic[];
}

export function gatherFaults(): Faults {
  const kinds = new Map<string, { told: Map<string, { fault: Fault; times: number }>; more: number }>();
  return {
    add: (fault) => {
      const kind = kinds.get(fault.code) ?? { told: new Map(), more: 0 };
      kinds.set(fault.code, kind);
      const same = kind.told.get(fault.message);
      if (same !== undefined) same.times++;
      else if (kind.told.size < TOLD) kind.told.set(fault.message, { fault, times: 1 });
      else kind.more++;
    },
    list: () =>
      [...kinds.values()].flatMap(({ told, more }) =>
        [...told.values()].map(({ fault: { code, message, span, help, notes = [] }, times }, index) => {
          const again = times === 1 ? [] : [`in ${counted(times, 'place')}, the first is shown`];
          const rest =
            more > 0 && index === told.size - 1 ? [`and ${counted(more, 'further fault')} of this kind`] : [];
          return error(code, message, span, { help, notes: [...notes, ...again, ...rest] });
        }),
      ),
  };
}
