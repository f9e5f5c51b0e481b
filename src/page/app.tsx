// The whole page: the sections in the order in which a committee asks, and beside them the explanation that is open.

import { useCallback, useMemo, useState } from 'preact/hooks';
import { Assumptions } from './assumptions.tsx';
import { Charts } from './charts.tsx';
import { type Asked, SharedContext } from './context.ts';
import type { Carried } from './data.ts';
import { Disclosure } from './disclosure.tsx';
import { Panel } from './panel.tsx';
import { Reconciliation } from './reconciliation.tsx';
import { Register } from './register.tsx';
import { Contents, Evidence, Guide, Head, Headlines, Sources, Targets } from './sections.tsx';
import { Backtest, Decisions } from './tables.tsx';

export function App({ data, specs, graph }: Carried) {
  const [trail, setTrail] = useState<readonly Asked[]>([]);
  const open = useCallback((asked: Asked) => setTrail([asked]), []);
  const shared = useMemo(() => ({ data, specs, graph, open }), [data, specs, graph, open]);
  return (
    <SharedContext.Provider value={shared}>
      <a class="skip" href="#main">
        {data.words.skip}
      </a>
      <Contents />
      <main id="main" tabIndex={-1}>
        <Head />
        <Targets />
        <Headlines />
        <Evidence />
        <Charts />
        <Register />
        <Decisions />
        <Reconciliation />
        <Backtest />
        <Disclosure />
        <Assumptions />
        <Sources />
        <Guide />
      </main>
      <Panel trail={trail} setTrail={setTrail} />
    </SharedContext.Provider>
  );
}
