// tcfd solve STUDY: the value of one input at which a goal is just met, in every scenario with every strategy.

import type { AddCommand } from './command.ts';
import { askGoal, goalOptions } from './goal.ts';

export const addSolve: AddCommand = (cli, done, word) =>
  cli.command(
    'solve <study>',
    word(
      'find the lever or price at which a goal is just met, and how sure that is',
      '求刚好达标所需的杠杆或价格，及其可靠程度',
    ),
    (command) =>
      command
        .positional('study', {
          type: 'string',
          demandOption: true,
          describe: word('a study file (.yaml)', '研究文件（.yaml）'),
        })
        .options({
          ...goalOptions(word),
          by: {
            type: 'string',
            requiresArg: true,
            demandOption: true,
            describe: word(
              'the input to move: from the goal’s year on, or name[year] in that year alone',
              '要调整的输入：自目标年份起调整；写作 name[year] 则只调整该年',
            ),
          },
          from: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'least that it may be; as the files say if left out',
              '该输入的下限；省略时以文件为准',
            ),
          },
          to: {
            type: 'string',
            requiresArg: true,
            describe: word(
              'most that it may be; as the files say if left out',
              '该输入的上限；省略时以文件为准',
            ),
          },
        })
        .example(
          '$0 solve board.yaml --goal "emissions[2030] <= 900 ktCO2e" --by renewable_share',
          word('what a lever must be', '杠杆须取何值'),
        )
        .example(
          '$0 solve board.yaml --goal "transition_cost[2030] <= 700 MCNY_2023" --by eu_price',
          word('a break-even price', '盈亏平衡价格'),
        )
        .example(
          '$0 solve board.yaml --goal "cost[2035] of Plan A <= cost[2035] of Plan B" --by eu_price',
          word('where one strategy becomes cheaper than another', '取何值时，一策略的成本变得低于另一策略'),
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
