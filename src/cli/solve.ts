// tcfd solve STUDY: the value of one input at which a goal is just met, in every scenario with every strategy.

import type { AddCommand } from './command.ts';
import { askGoal, goalOptions } from './goal.ts';

export const addSolve: AddCommand = (cli, done) =>
  cli.command(
    'solve <study>',
    'find the lever or price at which a goal is just met, and how sure that is',
    (command) =>
      command
        .positional('study', { type: 'string', demandOption: true, describe: 'a study file (.yaml)' })
        .options({
          ...goalOptions,
          by: {
            type: 'string',
            requiresArg: true,
            demandOption: true,
            describe: 'the input to move: from the goal’s year on, or name[year] in that year alone',
          },
          from: {
            type: 'string',
            requiresArg: true,
            describe: 'least that it may be; as the files say if left out',
          },
          to: {
            type: 'string',
            requiresArg: true,
            describe: 'most that it may be; as the files say if left out',
          },
        })
        .example(
          '$0 solve board.yaml --goal "emissions[2030] <= 900 ktCO2e" --by renewable_share',
          'what a lever must be',
        )
        .example(
          '$0 solve board.yaml --goal "transition_cost[2030] <= 700 MCNY_2023" --by eu_price',
          'a break-even price',
        )
        .example(
          '$0 solve board.yaml --goal "cost[2035] of Plan A <= cost[2035] of Plan B" --by eu_price',
          'where one strategy becomes cheaper than another',
        ),
    async (options) => {
      const { study, goal, by, from, to, scenario, strategy } = options;
      const question = { goal, by, from, to, scenario, strategy };
      done(
        await askGoal(options, {
          command: 'solve',
          study,
          question,
          ask: (library, sources, drawing) => library.solve(sources, options.set, question, drawing),
          tell: (library, found) => library.solveText(found, options.lang),
        }),
      );
    },
  );
