// Slides of our size and place on a company's layout: its title, its number, and our body in the room that it leaves.
import { INNER, MARGIN, PAGE } from './measures.ts';
import { type Parts, relationships, textOf } from './parts.ts';

const INCH = 914_400;
/** Where our body lies on a slide of our own, below a title of one line. */
const BODY = { x: MARGIN * INCH, y: 0.74 * INCH, w: INNER * INCH, h: 6.28 * INCH } as const;
const SMALLEST = 650;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Placeholder {
  readonly type: string;
  readonly idx: string | undefined;
  readonly frame: Frame | undefined;
}

const XFRM = /<(?:a|p):xfrm[^>]*>\s*<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/;

/** Placeholders of a layout or a master. */
function placeholders(text: string): readonly Placeholder[] {
  return [...text.matchAll(/<p:sp\b.*?<\/p:sp>/gs)].flatMap(([shape]): Placeholder[] => {
    const tag = /<p:ph\b[^>]*>/s.exec(shape)?.[0];
    if (tag === undefined) return [];
    const [, x, y, w, h] = XFRM.exec(shape) ?? [];
    return [
      {
        type: /\stype="([^"]*)"/.exec(tag)?.[1] ?? 'obj',
        idx: /\sidx="([^"]*)"/.exec(tag)?.[1],
        frame: x === undefined ? undefined : { x: Number(x), y: Number(y), w: Number(w), h: Number(h) },
      },
    ];
  });
}

const isTitle = ({ type }: Placeholder): boolean => type === 'title' || type === 'ctrTitle';

/** What slides have to know of a layout. */
export interface Layout {
  readonly title: 'title' | 'ctrTitle' | undefined;
  /** Of the text below the title. */
  readonly subtitle: Placeholder | undefined;
  readonly number: Placeholder | undefined;
  /** Where our body goes. */
  readonly body: Frame;
  /** How much smaller letters have to be. */
  readonly letters: number;
}

export function layoutIn(parts: Parts, path: string, presentation: string): Layout {
  const own = placeholders(textOf(parts, path));
  const master = relationships(parts, path).find(({ type }) => type === 'slideMaster')?.target ?? '';
  const inherited = placeholders(textOf(parts, master));
  const [, cx, cy] = /<p:sldSz\b[^>]*\scx="(\d+)"[^>]*\scy="(\d+)"/.exec(textOf(parts, presentation)) ?? [];
  const size = { w: Number(cx ?? PAGE.w * INCH), h: Number(cy ?? PAGE.h * INCH) };
  const frameOf = (found: Placeholder | undefined): Frame | undefined =>
    found?.frame ?? inherited.find(({ type }) => found !== undefined && type === found.type)?.frame;
  const title = own.find(isTitle);
  const frame = frameOf(title) ?? inherited.find(isTitle)?.frame;
  const isHead = frame !== undefined && frame.y + frame.h < size.h * 0.4;
  const top = isHead ? frame.y + frame.h + size.h * 0.01 : size.h * 0.2;
  const feet = own
    .filter(({ type }) => ['ftr', 'sldNum', 'dt'].includes(type))
    .flatMap((each) => frameOf(each) ?? [])
    .filter(({ y }) => y > size.h * 0.8);
  const bottom = Math.min(size.h * 0.96, ...feet.map(({ y }) => y - size.h * 0.005));
  const left = isHead ? frame.x : (size.w * MARGIN) / PAGE.w;
  const width = isHead ? frame.w : size.w - 2 * left;
  const body = { x: left, y: top, w: width, h: bottom - top };
  return {
    title: title === undefined ? undefined : title.type === 'ctrTitle' ? 'ctrTitle' : 'title',
    subtitle: own.find(({ type }) => type === 'subTitle') ?? own.find(({ type }) => type === 'body'),
    number: own.find(({ type }) => type === 'sldNum'),
    body,
    letters: Math.min(1, body.w / BODY.w, body.h / BODY.h),
  };
}

/** Letters smaller by a share, never too small to be read. */
export const smaller = (text: string, share: number): string =>
  share > 0.97
    ? text
    : text.replace(/(\ssz=")(\d+)"/g, (_, start: string, size: string) => {
        const points = Math.max(
          Math.min(SMALLEST, Number(size)),
          Math.round((Number(size) * share) / 50) * 50,
        );
        return `${start}${points}"`;
      });

const FRAMED = /(<(?:a|p):xfrm[^>]*>\s*)<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g;

const frameText = (start: string, { x, y, w, h }: Frame): string =>
  `${start}<a:off x="${Math.round(x)}" y="${Math.round(y)}"/><a:ext cx="${Math.round(w)}" cy="${Math.round(h)}"/>`;

/** Circles stay round and pictures as they are. */
const KEEPS_ASPECT = /<p:pic\b|prst="(?:ellipse|diamond)"/;

/** Everything with a place of its own moves into the layout's room. */
function moved(text: string, { body }: Layout): string {
  const [across, down] = [body.w / BODY.w, body.h / BODY.h];
  const least = Math.min(across, down);
  const place = (shape: string, [wide, high]: readonly [number, number]): string =>
    shape.replace(FRAMED, (found, start: string, ...rest: string[]) => {
      const [x = 0, y = 0, w = 0, h = 0] = rest.slice(0, 4).map(Number);
      // The frame of all shapes together is none.
      if (x === 0 && y === 0 && w === 0 && h === 0) return found;
      return frameText(start, {
        x: body.x + (x - BODY.x) * across + (w * (across - wide)) / 2,
        y: body.y + (y - BODY.y) * down + (h * (down - high)) / 2,
        w: w * wide,
        h: h * high,
      });
    });
  return text
    .replace(/<p:(sp|pic|graphicFrame)\b.*?<\/p:\1>/gs, (shape) =>
      place(shape, KEEPS_ASPECT.test(shape) ? [least, least] : [across, down]),
    )
    .replace(
      /(<a:gridCol w=")(\d+)"/g,
      (_, start: string, w: string) => `${start}${Math.round(Number(w) * across)}"`,
    )
    .replace(
      /(\smar([LRTB])=")(\d+)"/g,
      (_, start: string, side: string, wide: string) =>
        `${start}${Math.round(Number(wide) * Math.min(1, 'LR'.includes(side) ? across : down))}"`,
    )
    .replace(
      /(<a:tr h=")(\d+)"/g,
      (_, start: string, h: string) => `${start}${Math.round(Number(h) * down)}"`,
    );
}

const phOf = (shape: string): string | undefined => /<p:ph\b[^>]*?\stype="([^"]*)"/s.exec(shape)?.[1];

/** A placeholder that looks as its layout wants it. */
function plainPlaceholder(shape: string, ph: string, keepSize: boolean): string {
  return shape
    .replace(/<p:ph\b[^>]*\/>/s, ph)
    .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
    .replace(/<a:bodyPr\b[^>]*>.*?<\/a:bodyPr>|<a:bodyPr\b[^>]*\/>/s, '<a:bodyPr><a:normAutofit/></a:bodyPr>')
    .replace(/<a:pPr\b[^>]*>.*?<\/a:pPr>/gs, '')
    .replace(/(<a:rPr\b)([^>]*)>.*?<\/a:rPr>/gs, (_, start: string, attributes: string) => {
      const kept = keepSize ? attributes : attributes.replace(/\ssz="\d+"/, '');
      return `${start}${kept.replace(/\sb="\d"/, '')}/>`;
    })
    .replace(/(<a:endParaRPr\b[^>]*?)\ssz="\d+"/g, '$1');
}

const WORDS = /<a:t>([^<]*)<\/a:t>/;

/** A title slide is its title and what stands below it. */
function titleSlide(text: string, layout: Layout): string {
  const shapes = text.match(/<p:sp\b.*?<\/p:sp>/gs) ?? [];
  const [facts] = shapes
    .filter((shape) => phOf(shape) === undefined)
    .map((shape) => WORDS.exec(shape)?.[1] ?? '');
  return text.replace(/<p:sp\b.*?<\/p:sp>/gs, (shape) => {
    switch (phOf(shape)) {
      case 'title':
        return plainPlaceholder(shape, `<p:ph type="${layout.title ?? 'title'}"/>`, false);
      case 'body': {
        if (layout.subtitle === undefined) return '';
        const { type, idx } = layout.subtitle;
        const own = plainPlaceholder(
          shape,
          `<p:ph type="${type}"${idx === undefined ? '' : ` idx="${idx}"`}/>`,
          false,
        );
        const [paragraph] = /<a:p>.*?<\/a:p>/s.exec(own) ?? [''];
        return own.replace(paragraph, `${paragraph}${paragraph.replace(WORDS, `<a:t>${facts ?? ''}</a:t>`)}`);
      }
      default:
        return '';
    }
  });
}

function contentSlide(text: string, layout: Layout): string {
  const own = text.replace(/<p:sp\b.*?<\/p:sp>/gs, (shape) => {
    switch (phOf(shape)) {
      case 'title':
        return plainPlaceholder(shape, `<p:ph type="${layout.title ?? 'title'}"/>`, true);
      case 'sldNum': {
        if (layout.number === undefined) return '';
        const { idx } = layout.number;
        return shape
          .replace(
            /<p:ph\b[^>]*\/>/s,
            `<p:ph type="sldNum" sz="quarter"${idx === undefined ? '' : ` idx="${idx}"`}/>`,
          )
          .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
          .replace(/<a:bodyPr\b[^>]*\/>/, '<a:bodyPr/>')
          .replace(/<a:lstStyle>.*?<\/a:lstStyle>/s, '<a:lstStyle/>')
          .replace(/<a:pPr\b[^>]*\/>/, '');
      }
      default:
        return shape;
    }
  });
  // Its font may be wider than ours: what would run over its frame is set smaller.
  return smaller(moved(own, layout), layout.letters).replace(
    /(<a:bodyPr wrap="square"[^>]*>)<\/a:bodyPr>/g,
    '$1<a:normAutofit/></a:bodyPr>',
  );
}

/** One of our slides on a company's layout. */
export const fittedSlide = (text: string, kind: 'title' | 'content', layout: Layout): string =>
  kind === 'title' ? titleSlide(text, layout) : contentSlide(text, layout);
