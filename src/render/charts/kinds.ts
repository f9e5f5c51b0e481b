// Every kind of chart: what it shows and what a chart file of it must name. How each is drawn stands in a file of its own.
import type { Title } from '../../analyse/index.ts';

/** What the check stage and `list charts` know of a kind. */
export interface ChartKind {
  readonly about: Title;
  /** What a chart file of this kind must name; the check stage holds files to it. */
  readonly needs: {
    readonly quantities: 'none' | 'one' | 'some';
    readonly of?: 'total' | 'elements' | 'alike' | 'target';
    readonly width?: boolean;
    readonly register?: boolean;
    /** Of a study that draws. */
    readonly draws?: boolean;
    /** What is known for the base year alone can be drawn too. */
    readonly still?: boolean;
  };
}

/** Kind by the name that a chart file gives it. */
export const chartKinds = {
  paths: {
    about: {
      en: "Lines over years by scenario, the provider's own path dashed beside them",
      zh: '各情景逐年走势，虚线为机构原始路径',
    },
    needs: { quantities: 'some' },
  },
  target: {
    about: {
      en: "One quantity over years against the company's targets for it",
      zh: '某项指标与公司目标的逐年对比',
    },
    needs: { quantities: 'one', of: 'target' },
  },
  stacks: {
    about: {
      en: 'Several quantities stacked over years, one panel for each scenario and strategy',
      zh: '多项指标逐年堆叠，每个情景与策略一格',
    },
    needs: { quantities: 'some' },
  },
  items: {
    about: {
      en: 'One quantity by the elements of its set over years',
      zh: '某项指标按其集合元素逐年展示',
    },
    needs: { quantities: 'one', of: 'elements' },
  },
  waterfall: {
    about: { en: 'What adds to and is taken from a total in one year', zh: '某一年合计的增减构成' },
    needs: { quantities: 'one', of: 'total' },
  },
  fan: {
    about: {
      en: 'How one quantity is spread over the draws, bands around the median by year',
      zh: '单一指标的抽样分布，逐年中位数与区间带',
    },
    needs: { quantities: 'one', draws: true },
  },
  tornado: {
    about: {
      en: 'What moves one quantity in one year: each input at both ends of what it may be, the strongest first',
      zh: '单一年份指标的敏感性：各输入取上下限时的变动，由强到弱',
    },
    needs: { quantities: 'one' },
  },
  drivers: {
    about: {
      en: 'What the spread of one quantity comes from: the share of its variance that each uncertain input brings',
      zh: '单一指标不确定性的来源：各不确定输入对方差的贡献',
    },
    needs: { quantities: 'one', draws: true },
  },
  abatement_curve: {
    about: {
      en: 'What each tonne avoided costs, cheapest first and as wide as the tonnes, in one year',
      zh: '某一年各措施的单位减排成本（由低到高），宽度为减排量',
    },
    needs: { quantities: 'some', of: 'elements', width: true },
  },
  calendar: {
    about: {
      en: 'One quantity by the parts of the year, quarters for example, bar by bar with the sum of each year',
      zh: '某项指标按年内各期（如季度）逐期展示，并列出各年合计',
    },
    needs: { quantities: 'one', of: 'elements' },
  },
  compare: {
    about: {
      en: 'Several quantities side by side for each element of their set in one year',
      zh: '某一年多项指标按集合元素并列比较',
    },
    needs: { quantities: 'some', of: 'alike' },
  },
  difference: {
    about: {
      en: 'One quantity of each strategy less that of the first, scenario by scenario',
      zh: '各情景下各策略与首个策略的指标之差',
    },
    needs: { quantities: 'one', still: true },
  },
  regret: {
    about: {
      en: 'What each strategy costs more than the cheapest in each scenario, and which regrets least',
      zh: '各情景下各策略比成本最低者多付多少，以及最大后悔值最小的策略',
    },
    needs: { quantities: 'one', still: true },
  },
  heat_map: {
    about: {
      en: 'The register on a map of likelihood and impact, before and after the response',
      zh: '风险登记册的可能性与影响矩阵，应对前后对比',
    },
    needs: { quantities: 'none', register: true },
  },
} satisfies Readonly<Record<string, ChartKind>>;
