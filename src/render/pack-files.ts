// The files of a pack that an answer of the disclosure map may point at, and the parts that each has in every run that leaves it.
import type { Title } from '../analyse/index.ts';

export interface PackFile {
  /** What a study must have for the file to say anything. */
  readonly needs?: 'draws' | 'register' | 'targets' | 'reconciliation' | 'backtest' | undefined;
  /** A part by its name -> the words that stand in the file where it begins. */
  readonly parts: Readonly<Record<string, Title>>;
}

export type PackFiles = Readonly<Record<string, PackFile>>;

/**
 * Files that hold findings. What only says that there is a tool (report.html, environment.json) answers nothing, and charts, the
 * register and numbers have keys of their own.
 */
export const packFiles: PackFiles = {
  'scenarios.md': {
    parts: { coverage: { en: 'What they cover', zh: '涵盖范围' } },
  },
  'assumptions.md': { parts: {} },
  'evidence.md': { parts: { heaviest: { en: 'The heaviest values', zh: '权重最大的数值' } } },
  'sensitivities.csv': { parts: {} },
  'targets.md': { needs: 'targets', parts: {} },
  'reconciliation.md': { needs: 'reconciliation', parts: {} },
  'backtest.md': { needs: 'backtest', parts: {} },
  'register.md': {
    needs: 'register',
    parts: { uncovered: { en: 'Uncovered drivers', zh: '未覆盖的驱动因素' } },
  },
  'uncertainty.md': {
    needs: 'draws',
    parts: {
      headlines: { en: 'Headlines', zh: '主要指标' },
      drivers: { en: 'What the spread comes from (Sobol indices)', zh: '不确定性的来源（索博尔指数）' },
    },
  },
  'uncertainty.csv': { needs: 'draws', parts: {} },
  'run.json': {
    parts: {
      as_of: { en: 'as_of', zh: 'as_of' },
      inputs: { en: 'inputs', zh: 'inputs' },
    },
  },
};
