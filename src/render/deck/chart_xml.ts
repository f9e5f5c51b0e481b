// A native chart as the part of a file: DrawingML in the order that ISO 29500 asks for, its numbers those of the sheet beside it.
import { COLOUR } from '../charts/theme.ts';
import type { NativeChart, NativeLabel, NativeSeries } from './types.ts';
import { escaped } from './xml.ts';

const POINT = 12_700;
const HUNDREDTH = 100;
const [CATEGORIES, VALUES] = ['111', '222'] as const;
const PLACES = { right: 'r', above: 't', start: 'inBase', end: 'inEnd', beyond: 'outEnd' } as const;

const hex = (color: string): string => color.replace('#', '').toUpperCase();
const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill>`;
const NOTHING = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

/** `A`, `B`, … `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Words of an axis may go on in a second line; the number of a label stays whole, and is bold. */
function letters(size: number, color: string, of: 'axis' | 'label'): string {
  const bold = of === 'label';
  return `<c:txPr><a:bodyPr rot="0" vert="horz"${bold ? ' wrap="none"' : ''}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * HUNDREDTH}" b="${bold ? 1 : 0}">${solid(color)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

function shape({ draw, color, width = 2.25, dashed }: NativeSeries): string {
  if (color === undefined) return NOTHING;
  if (draw !== 'line') return `<c:spPr>${solid(color)}<a:ln><a:noFill/></a:ln></c:spPr>`;
  const dash = dashed ? '<a:prstDash val="dash"/>' : '';
  return `<c:spPr><a:ln w="${Math.round(width * POINT)}" cap="rnd">${solid(color)}${dash}<a:round/></a:ln></c:spPr>`;
}

const MARK = (color: string): string =>
  `<c:marker><c:symbol val="diamond"/><c:size val="9"/><c:spPr>${solid(color)}<a:ln w="9525">${solid(COLOUR.white)}</a:ln></c:spPr></c:marker>`;

const UNMARKED = '<c:marker><c:symbol val="none"/></c:marker>';

function point(at: number, color: string): string {
  return `<c:dPt><c:idx val="${at}"/>${MARK(color)}<c:bubble3D val="0"/></c:dPt>`;
}

/** No lines from labels that were moved to their points. */
const UNLED =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

const shown = (value: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function label({ at, place, color, text, down = 0 }: NativeLabel, chart: NativeChart): string {
  const moved =
    Math.abs(down) < 0.002
      ? ''
      : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${down.toFixed(5)}"/></c:manualLayout></c:layout>`;
  const words =
    text === undefined
      ? ''
      : `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="${chart.size * HUNDREDTH}" b="1">${solid(color)}</a:rPr><a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
  const format = `<c:numFmt formatCode="${escaped(chart.format.labels)}" sourceLinked="0"/>`;
  return `<c:dLbl><c:idx val="${at}"/>${moved}${words}${format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(chart.size, color, 'label')}<c:dLblPos val="${PLACES[place]}"/>${shown(true)}</c:dLbl>`;
}

/** LibreOffice keeps numbers whole only where the series says so too. */
function labels({ labels: all = [] }: NativeSeries, chart: NativeChart): string {
  const sorted = all.toSorted((one, other) => one.at - other.at);
  return sorted.length === 0
    ? ''
    : `<c:dLbls>${sorted.map((one) => label(one, chart)).join('')}${letters(chart.size, COLOUR.ink, 'label')}${shown(false)}${UNLED}</c:dLbls>`;
}

function values(series: NativeSeries, column: string, count: number): string {
  const points = series.values
    .map((value, index) => (value === undefined ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${count + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${count}"/>${points}</c:numCache></c:numRef></c:val>`;
}

/** The first of January of a year as a sheet counts days. */
export const dayOf = (year: number): number => (Date.UTC(year, 0, 1) - Date.UTC(1899, 11, 30)) / 86_400_000;

const isYear = (name: string | number): name is number => typeof name === 'number';

function categories({ categories: all }: NativeChart): string {
  const where = `<c:f>Sheet1!$A$2:$A$${all.length + 1}</c:f>`;
  const count = `<c:ptCount val="${all.length}"/>`;
  const points = all
    .map(
      (name, index) => `<c:pt idx="${index}"><c:v>${isYear(name) ? dayOf(name) : escaped(name)}</c:v></c:pt>`,
    )
    .join('');
  return all.every(isYear)
    ? `<c:cat><c:numRef>${where}<c:numCache><c:formatCode>yyyy</c:formatCode>${count}${points}</c:numCache></c:numRef></c:cat>`
    : `<c:cat><c:strRef>${where}<c:strCache>${count}${points}</c:strCache></c:strRef></c:cat>`;
}

function seriesXml(series: NativeSeries, index: number, chart: NativeChart): string {
  const column = columnName(index + 1);
  const name = `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${name}${shape(series)}`;
  const data = `${labels(series, chart)}${categories(chart)}${values(series, column, chart.categories.length)}`;
  switch (series.draw) {
    case 'line': {
      const marks = (series.marks ?? []).map((at) => point(at, series.color ?? COLOUR.ink)).join('');
      return `<c:ser>${head}${UNMARKED}${marks}${data}<c:smooth val="0"/></c:ser>`;
    }
    case 'bar':
      return `<c:ser>${head}<c:invertIfNegative val="0"/>${data}</c:ser>`;
    case 'area':
      return `<c:ser>${head}${data}</c:ser>`;
  }
}

function group(draw: NativeSeries['draw'], chart: NativeChart): string {
  const own = chart.series
    .map((series, index) => ({ series, index }))
    .filter(({ series }) => series.draw === draw);
  if (own.length === 0) return '';
  const all = own.map(({ series, index }) => seriesXml(series, index, chart)).join('');
  const axes = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;
  switch (draw) {
    case 'area':
      return `<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>${all}${axes}</c:areaChart>`;
    case 'bar': {
      const grouping = chart.stacked ? 'stacked' : 'clustered';
      const overlap = chart.stacked ? 100 : -5;
      return `<c:barChart><c:barDir val="${chart.lying ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all}<c:gapWidth val="${chart.gap}"/><c:overlap val="${overlap}"/>${axes}</c:barChart>`;
    }
    case 'line':
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
}

const line = (color: string): string => `<a:ln w="9525">${solid(color)}</a:ln>`;

function categoryAxis(chart: NativeChart): string {
  const { lying, shows, size, every, categories: all } = chart;
  const kind = all.every(isYear) ? 'dateAx' : 'catAx';
  const ticks = `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${shows.categories ? 'low' : 'none'}"/>`;
  const format = `<c:numFmt formatCode="${kind === 'dateAx' ? 'yyyy' : 'General'}" sourceLinked="0"/>`;
  const steps =
    kind === 'dateAx'
      ? `<c:lblOffset val="100"/><c:baseTimeUnit val="years"/><c:majorUnit val="${every}"/><c:majorTimeUnit val="years"/>`
      : `<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/>`;
  return `<c:${kind}><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/>${format}${ticks}<c:spPr>${shows.zero === false ? '<a:ln><a:noFill/></a:ln>' : line(COLOUR.ink)}</c:spPr>${letters(size, lying ? COLOUR.ink : COLOUR.grey, 'axis')}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>${steps}</c:${kind}>`;
}

function valueAxis(chart: NativeChart): string {
  const { lying, shows, size, axis, format, series } = chart;
  const grid = shows.grid ? `<c:majorGridlines><c:spPr>${line(COLOUR.grid)}</c:spPr></c:majorGridlines>` : '';
  const between = series.some(({ draw }) => draw === 'bar') ? 'between' : 'midCat';
  return `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/><c:max val="${axis.high}"/><c:min val="${axis.low}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'b' : 'l'}"/>${grid}<c:numFmt formatCode="${escaped(format.axis)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${shows.values ? (lying ? 'high' : 'low') : 'none'}"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${letters(size, COLOUR.grey, 'axis')}<c:crossAx val="${CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="${between}"/><c:majorUnit val="${axis.step}"/></c:valAx>`;
}

/**
 * The chart's part.
 * @param box size of the frame in inches
 * @param sheet relationship of the sheet with its numbers
 */
export function chartXml(
  chart: NativeChart,
  box: { readonly w: number; readonly h: number },
  sheet: string,
): string {
  const { inner } = chart;
  const share = (length: number, whole: number): string => (length / whole).toFixed(5);
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${share(inner.x, box.w)}"/><c:y val="${share(inner.y, box.h)}"/><c:w val="${share(inner.w, box.w)}"/><c:h val="${share(inner.h, box.h)}"/></c:manualLayout></c:layout>`;
  const plots = (['area', 'bar', 'line'] as const).map((draw) => group(draw, chart)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layout}${plots}${categoryAxis(chart)}${valueAxis(chart)}${NOTHING}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>${NOTHING}<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr><c:externalData r:id="${sheet}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
