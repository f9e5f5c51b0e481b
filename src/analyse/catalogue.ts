// What a modeller has at hand: models, quantities, words. For `tcfd list` and for editors.
import { setWords, words } from '../language/index.ts';
import type { Program } from '../resolve/index.ts';

export interface Catalogue {
  readonly models: readonly { readonly name: string; readonly about: string; readonly file: string }[];
  readonly quantities: readonly {
    readonly name: string;
    readonly kind: string;
    readonly unit: string;
    readonly sets: readonly string[];
    /** Which kind of file may set it; inputs only. */
    readonly setBy?: string;
    readonly about: string;
    readonly file: string;
  }[];
  readonly functions: readonly {
    readonly name: string;
    readonly signature: string;
    readonly about: string;
    readonly example: string;
  }[];
}

export function listProgram(program: Program | undefined, language: 'en' | 'zh' = 'en'): Catalogue {
  const quantities = [...(program?.quantities.values() ?? [])].filter(({ kind }) => kind !== 'given');
  return {
    models: (program?.models ?? []).map(({ name, about, path }) => ({ name, about, file: path })),
    quantities: quantities.map((quantity) => ({
      name: quantity.name,
      kind: quantity.kind === 'formula' && quantity.total ? 'total' : quantity.kind,
      unit: quantity.unit.text,
      sets: quantity.sets,
      ...(quantity.kind === 'input' ? { setBy: quantity.setBy } : {}),
      about: quantity.about,
      file: quantity.model,
    })),
    functions: [...words.values(), ...setWords].map(({ name, signature, about, example }) => ({
      name,
      signature,
      about: about[language],
      example,
    })),
  };
}
