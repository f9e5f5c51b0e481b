// Slides as pptxgenjs writes them: the only file that knows its way of saying things.
import type Package from 'pptxgenjs';
import { base64 } from '../base64.ts';
import { COLOUR } from '../charts/theme.ts';
import { LAYOUTS, masters } from './masters.ts';
import { PAGE } from './measures.ts';
import type { Block, Cell, ChartBlock, LineBlock, Run, Slide, TableBlock } from './types.ts';
import { escaped } from './xml.ts';

type PptxGenJS = Package.default;
type TextProps = Package.default.TextProps;
type TableRow = Package.default.TableRow;
type TableProps = Package.default.TableProps;

/** What the file says of itself. */
export interface About {
  readonly title: string;
  readonly company: string;
  /** Below every slide. */
  readonly brand: string;
}

/** A file as pptxgenjs leaves it, and what the repairs put in. */
export interface Painted {
  readonly bytes: Uint8Array;
  /** In the order of the slides and of the blocks on them. */
  readonly charts: readonly ChartBlock[];
  /** Name of a shape -> what a reader who does not see it is told, for shapes that pptxgenjs has no such text for. */
  readonly alts: ReadonlyMap<string, string>;
  /** Name of a picture -> the SVG that stands beside its PNG. */
  readonly svgs: ReadonlyMap<string, string>;
}

const FONT = 'Arial';
const BELOW = 10;
const bare = (color: string): string => color.replace('#', '').toUpperCase();

const style = ({ color, bold }: Run) => ({ color: bare(color ?? COLOUR.ink), bold: bold ?? false });

/** Runs of all paragraphs, each of which ends its line. */
function runsOf(paragraphs: readonly (readonly Run[])[], bullets: boolean): TextProps[] {
  return paragraphs.flatMap((runs) =>
    runs.map(
      (run, index): TextProps => ({
        text: run.text,
        options: {
          ...style(run),
          breakLine: index === runs.length - 1,
          ...(bullets ? { paraSpaceAfter: 6 } : {}),
          // Only where a paragraph begins: a bullet would begin another.
          ...(bullets && index === 0 ? { bullet: { characterCode: '25A0', indent: 16 } } : {}),
        },
      }),
    ),
  );
}

function paintLine({ from, to, color, width, dashed, arrow }: LineBlock) {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
    flipH: to.x < from.x,
    flipV: to.y < from.y,
    line: {
      color: bare(color),
      width,
      ...(dashed ? { dashType: 'dash' as const } : {}),
      ...(arrow ? { endArrowType: 'triangle' as const } : {}),
    },
  };
}

/** One line, or two of which the second is smaller. */
function cellText({ below, ...cell }: Cell): Pick<TableRow[number], 'text'> {
  if (below === undefined) return { text: cell.text };
  return {
    text: [
      { text: cell.text, options: { ...style(cell), breakLine: true } },
      { text: below.text, options: { ...style(below), fontSize: BELOW } },
    ],
  };
}

function paintTable({ box, widths, heights, rows, size, head, line }: TableBlock, name: string) {
  const isMap = line === COLOUR.white;
  const border = { type: 'solid' as const, color: bare(line), pt: isMap ? 2.25 : 0.75 };
  const none = { type: 'none' as const };
  const cells = rows.map(
    (row): TableRow =>
      row.map((cell) => ({
        ...cellText(cell),
        options: {
          ...style(cell),
          align: cell.align ?? 'left',
          ...(cell.fill === undefined ? {} : { fill: { color: bare(cell.fill) } }),
          border: isMap ? [border, border, border, border] : [none, none, border, none],
        },
      })),
  );
  const options: TableProps = {
    ...box,
    colW: [...widths],
    rowH: [...heights],
    fontSize: size,
    valign: 'middle',
    margin: [0.03, 0.08, 0.03, 0.08],
    autoPage: false,
    objectName: name,
    ...(head ? { hasHeader: true } : {}),
  };
  return { cells, options };
}

interface Brush {
  readonly pptx: PptxGenJS;
  readonly slide: Package.default.Slide;
  /** A name that no other shape of the slide has. */
  readonly name: (kind: string) => string;
}

function paint(block: Block, { pptx, slide, name }: Brush): void {
  switch (block.kind) {
    case 'text':
      slide.addText(runsOf(block.paragraphs, block.bullets ?? false), {
        ...block.box,
        margin: 0,
        fontSize: block.size,
        align: block.align ?? 'left',
        valign: block.valign ?? 'top',
        objectName: name('Text'),
      });
      return;
    case 'shape': {
      const { shape, box, fill, stroke, text, size } = block;
      const kind = {
        rect: pptx.ShapeType.rect,
        ellipse: pptx.ShapeType.ellipse,
        diamond: pptx.ShapeType.diamond,
      }[shape];
      const look = {
        ...box,
        fill: { color: bare(fill) },
        ...(stroke === undefined ? {} : { line: { color: bare(stroke), width: 1.5 } }),
        objectName: name('Shape'),
      };
      if (text === undefined) slide.addShape(kind, look);
      else
        slide.addText([{ text: text.text, options: style(text) }], {
          ...look,
          shape: kind,
          margin: 0,
          fontSize: size ?? 9,
          align: 'center',
          valign: 'middle',
          wrap: false,
        });
      return;
    }
    case 'line':
      slide.addShape(pptx.ShapeType.line, { ...paintLine(block), objectName: name('Line') });
      return;
    case 'table': {
      const { cells, options } = paintTable(block, name('Table'));
      slide.addTable(cells, options);
      return;
    }
    case 'chart':
      // A stand-in: the part and its sheet are written anew, since those of the library need more repairs than lines.
      slide.addChart(pptx.ChartType.line, [{ name: 'a', labels: ['a'], values: [1] }], {
        ...block.box,
        altText: block.alt,
        objectName: name('Chart'),
      });
      return;
    case 'picture':
      slide.addImage({
        data: `image/png;base64,${base64(block.png)}`,
        ...block.box,
        altText: block.alt,
        objectName: name('Picture'),
      });
      return;
  }
}

/** All slides as a file that the repairs make good. */
export async function painted(slides: readonly Slide[], { title, company, brand }: About): Promise<Painted> {
  // The types of the package are those of its other build, whose export lies one level deeper.
  const Library = (await import('pptxgenjs')).default as unknown as typeof Package.default;
  const pptx = new Library();
  pptx.defineLayout({ name: 'BOARD', width: PAGE.w, height: PAGE.h });
  pptx.layout = 'BOARD';
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  pptx.title = title;
  pptx.subject = title;
  // The one text that the library writes as it is given.
  pptx.company = escaped(company);
  pptx.author = company;
  for (const master of masters(brand)) pptx.defineSlideMaster(master);
  const alts = new Map<string, string>();
  const svgs = new Map<string, string>();
  for (const [index, { layout, title: words, size, subtitle, blocks, notes }] of slides.entries()) {
    const slide = pptx.addSlide({ masterName: LAYOUTS[layout][0] ?? '' });
    slide.addText([{ text: words, options: size === undefined ? {} : { fontSize: size } }], {
      placeholder: 'title',
    });
    if (layout === 'title') slide.addText(subtitle, { placeholder: 'subtitle' });
    let count = 0;
    for (const block of blocks) {
      const name = (kind: string): string => `${kind} ${index + 1}.${++count}`;
      paint(block, { pptx, slide, name });
      if (block.kind === 'table') alts.set(`Table ${index + 1}.${count}`, block.alt);
      if (block.kind === 'picture' && block.svg !== undefined)
        svgs.set(`Picture ${index + 1}.${count}`, block.svg);
    }
    slide.addNotes(notes.join('\n'));
  }
  const written = await pptx.write({ outputType: 'uint8array', compression: false });
  if (!(written instanceof Uint8Array)) throw new Error('the deck was not written as bytes');
  return {
    bytes: written,
    charts: slides.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart')),
    alts,
    svgs,
  };
}
