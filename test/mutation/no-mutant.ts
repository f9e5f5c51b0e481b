// Between two mutants none is active, so that what a file of tests does before its first test is done by the code as it stands.
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** `static` where the mutant is to be active while modules are loaded. */
    mutantActivation: 'static' | 'runtime' | undefined;
    globalNamespace: string;
  }
}

if (inject('mutantActivation') !== 'static') {
  const stryker: unknown = Reflect.get(globalThis, inject('globalNamespace'));
  if (typeof stryker === 'object' && stryker !== null) Reflect.set(stryker, 'activeMutant', undefined);
}
