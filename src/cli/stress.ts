// tcfd stress STUDY: which combination of inputs breaks a goal, in every scenario with every strategy.

import type { AddCommand } from './command.ts';
import { askGoal, goalOptions } from './goal.ts';

export const addStress: AddCommand = (cli, done, word) =>
  cli.command(
    'stress <study>',
    word(
      'find which few inputs, beyond which values, break a goal (reverse stress test)',
      '反向压力测试：哪几项输入越过何值会使目标落空',
    ),
    (command) =>
      command
        .positional('study', {
          type: 'string',
          demandOption: true,
          describe: word('a study file (.yaml)', '研究文件（.yaml）'),
        })
        .options(goalOptions(word))
        .example(
          '$0 stress board.yaml --goal "liquidity_headroom[2030] >= 0 MCNY_2023"',
          word('what it takes to run out of money', '何种情况下资金耗尽'),
        )
        .example(
          '$0 stress board.yaml --goal "min(liquidity_headroom, year) >= 0 MCNY_2023"',
          word('the same in any year', '任一年份的同一问题'),
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
