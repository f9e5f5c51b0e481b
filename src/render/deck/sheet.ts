// The sheet behind a native chart: categories down, series across, as somebody finds it who opens the chart's data.
import type { NativeChart } from './types.ts';

const DAY = new Date(Date.UTC(2000, 0, 1));

/** @returns an XLSX file whose only sheet is called Sheet1 */
export async function sheetOf({ categories, series }: NativeChart): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre');
  const rows = [
    ['', ...series.map(({ name }) => name)],
    ...categories.map((name, index) => [
      typeof name === 'number' ? new Date(Date.UTC(name, 0, 1)) : name,
      ...series.map(({ values }) => values[index] ?? null),
    ]),
  ];
  return writeXlsx({
    sheets: [{ name: 'Sheet1', rows }],
    properties: { created: DAY, modified: DAY },
  });
}
