// Chart files as requests to draw: units settled, filters applied.
import type { Program, Study } from '../resolve/index.ts';
import type { ChartRequest } from './types.ts';

export function requestCharts(program: Program, study: Study): readonly ChartRequest[] {
  return study.charts.map(
    ({ name, kind, title, quantities, width, scenarios, strategies, years, unit, labels }) => {
      const declared = quantities.map((quantity) => program.quantities.get(quantity)?.unit);
      const shown = unit ?? declared[0];
      const scale = new Map(
        quantities.map((quantity, index) => [
          quantity,
          (declared[index]?.factor ?? 1) / (shown?.factor ?? 1),
        ]),
      );
      return {
        name,
        kind,
        title,
        quantities,
        width,
        scenarios,
        strategies,
        years,
        unit: shown?.text ?? '1',
        scale,
        labels,
      };
    },
  );
}
