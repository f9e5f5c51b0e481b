// tcfd stress STUDY: which combination of inputs breaks a goal, in every scenario with every strategy.

import type { AddCommand } from './command.ts';
import { askGoal, goalOptions } from './goal.ts';

export const addStress: AddCommand = (cli, done) =>
  cli.command(
    'stress <study>',
    'find which few inputs, beyond which values, break a goal (reverse stress test)',
    (command) =>
      command
        .positional('study', { type: 'string', demandOption: true, describe: 'a study file (.yaml)' })
        .options(goalOptions)
        .example(
          '$0 stress board.yaml --goal "liquidity_headroom[2030] >= 0 MCNY_2023"',
          'what it takes to run out of money',
        )
        .example(
          '$0 stress board.yaml --goal "min(liquidity_headroom, year) >= 0 MCNY_2023"',
          'the same in any year',
        ),
    async (options) => {
      const { study, goal, scenario, strategy } = options;
      const question = { goal, scenario, strategy };
      done(
        await askGoal(options, {
          command: 'stress',
          study,
          question,
          ask: (library, sources, drawing) => library.stress(sources, options.set, question, drawing),
          tell: (library, found) => library.stressText(found, options.lang),
        }),
      );
    },
  );
