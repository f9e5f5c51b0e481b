// Rule: an answer of the disclosure map points at a file and a part that this run leaves; which those are, the render stage says.
import { type Diagnostic, didYouMean, error } from '../diagnostics/index.ts';
import type { Program, Study } from '../resolve/index.ts';

/** The files of a pack by name: what each needs of the study, and its parts. */
export type PackFileNeeds = Readonly<
  Record<
    string,
    {
      readonly needs?: 'draws' | 'register' | 'targets' | 'reconciliation' | 'backtest' | undefined;
      readonly parts: Readonly<Record<string, unknown>>;
    }
  >
>;

/** What is missing for a file to say anything, and how it is added. */
function lacking(
  needs: PackFileNeeds[string]['needs'],
  study: Study,
): { readonly message: string; readonly help: string } | undefined {
  switch (needs) {
    case undefined:
      return undefined;
    case 'draws':
      return study.uncertainty === undefined
        ? { message: 'the study takes no draws', help: 'add uncertainty: to the study' }
        : undefined;
    case 'register':
      return study.register === undefined
        ? { message: 'the study has no register', help: 'add register: to the study' }
        : undefined;
    case 'targets':
      return study.targets.length + study.unquantifiedTargets.length === 0
        ? { message: 'the company has no targets', help: 'add targets: to the company file' }
        : undefined;
    case 'reconciliation':
      return study.reconciliation.length === 0
        ? { message: 'the company reconciles nothing', help: 'add reconciliation: to the company file' }
        : undefined;
    case 'backtest':
      return study.backtest.length === 0
        ? { message: 'the company names no later figure', help: 'add backtest: to the company file' }
        : undefined;
    default: {
      const never: never = needs;
      return never;
    }
  }
}

export function checkDisclosure({ study }: Program, files: PackFileNeeds): readonly Diagnostic[] {
  const disclosure = study?.disclosure;
  if (study === undefined || disclosure === undefined) return [];
  const places = disclosure.rows.flatMap(({ shown }) => shown).filter(({ kind }) => kind === 'file');
  return places.flatMap(({ name, part, span, partSpan }): Diagnostic[] => {
    const names = Object.keys(files);
    const file = names.includes(name) ? files[name] : undefined;
    if (file === undefined)
      return [
        error('disclosure/file', `the run leaves no file ${name} that answers anything`, span, {
          help: didYouMean(name, names) ?? `files: ${names.join(', ')}`,
        }),
      ];
    const lack = lacking(file.needs, study);
    if (lack !== undefined)
      return [error('disclosure/file', `${name} says nothing: ${lack.message}`, span, { help: lack.help })];
    const parts = Object.keys(file.parts);
    if (part === undefined || parts.includes(part)) return [];
    const help =
      didYouMean(part, parts) ?? (parts.length === 0 ? 'leave part out' : `parts: ${parts.join(', ')}`);
    return [error('disclosure/part', `${name} has no part ${part}`, partSpan, { help })];
  });
}
