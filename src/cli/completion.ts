// tcfd completion [SHELL]: the script by which a shell completes commands, options and the names of quantities; file names it knows itself.

import type { FallbackCompletionFunction } from 'yargs';
import { type AddCommand, report, say } from './command.ts';
import { KINDS } from './list.ts';

/** yargs answers with descriptions where SHELL says zsh, so each script says which shell asks. */
const COMPLETE = '--get-yargs-completions';
const ASK = `tcfd ${COMPLETE}`;

const scripts = {
  bash: `# source <(tcfd completion bash), for example in ~/.bashrc
_tcfd() {
  local found
  mapfile -t found < <(SHELL=bash ${ASK} "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
  mapfile -t COMPREPLY < <(compgen -W "\${found[*]}" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o bashdefault -o default -F _tcfd tcfd`,
  zsh: `#compdef tcfd
# source <(tcfd completion zsh), for example in ~/.zshrc after compinit
_tcfd() {
  local -a found
  found=(\${(f)"$(SHELL=zsh ${ASK} "\${(@)words[1,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then _describe tcfd found; else _files; fi
}
compdef _tcfd tcfd`,
  fish: `# tcfd completion fish | source, for example in ~/.config/fish/config.fish
complete -c tcfd -a '(env SHELL=fish ${ASK} (commandline -opc) (commandline -ct) 2>/dev/null)'`,
} as const;
type Shell = keyof typeof scripts;

const SHELLS = Object.keys(scripts) as readonly Shell[];

/** The shell that somebody sits in; bash if it is none of ours. */
const ownShell = (): Shell => SHELLS.find((shell) => process.env.SHELL?.endsWith(shell)) ?? 'bash';

/** The names of a study's quantities; none where it cannot be read. */
async function quantitiesOf(study: string): Promise<readonly string[]> {
  const [{ catalogue }, { load }] = await Promise.all([import('../index.ts'), import('../load/index.ts')]);
  const { value } = await load([study], { cwd: process.cwd() });
  return catalogue(value).quantities.map(({ name }) => name);
}

/** What may stand as the word that is being written, where a command knows that better than yargs. */
async function wordsFor(before: readonly string[]): Promise<readonly string[] | undefined> {
  const [command, first, ...more] = before;
  if (command === 'explain' && first !== undefined && more.length === 0) return quantitiesOf(first);
  if (first !== undefined) return undefined;
  if (command === 'list') return KINDS;
  if (command === 'completion') return SHELLS;
  if (command === 'schema') return [...(await import('../index.ts')).fileSchemas().keys()];
  return undefined;
}

/** What may stand as the word that is being written; nothing where a file name may, which shells know best. */
const complete: FallbackCompletionFunction = async (current, { _: written }, fallback, done) => {
  const isOption = current.startsWith('-');
  // The name of the command stands first, the word that is being written last.
  const own = isOption ? undefined : await wordsFor(written.slice(1, -1).map(String));
  if (own !== undefined) done(own.filter((word) => word.startsWith(current)));
  else
    fallback((_, found = []) =>
      done(found.filter((word) => word.startsWith(current) && word.startsWith('-') === isOption)),
    );
};

/** Whether it is a shell that asks, by a script of ours. */
export const isCompletion = ([word]: readonly string[]): boolean => word === COMPLETE;

export const addCompletion: AddCommand = (cli, done, word) =>
  // yargs insists on a command of its own for scripts of its own, which list options where a file may stand.
  cli.completion('yargs-completion', false, complete).command(
    'completion [shell]',
    word(
      'print the script by which a shell completes commands, options and names',
      '输出 shell 补全脚本：命令、选项与名称',
    ),
    (command) =>
      command.positional('shell', {
        choices: SHELLS,
        describe: word('the shell that you are in, if left out', '省略时为当前所用的 shell'),
      }),
    async (options) => {
      const shell = options.shell ?? ownShell();
      const script = scripts[shell];
      done(
        await report(options, {
          command: 'completion',
          diagnostics: [],
          texts: new Map(),
          result: { shell, script },
          print: () => say(script),
        }),
      );
    },
  );
