// Pictures as SVG beside their PNG: programs that know it draw it sharp at any size, all others draw the PNG.
import type { Painted } from './paint.ts';
import { type Parts, relationships, relationshipsOf, textOf } from './parts.ts';
import { unescaped } from './xml.ts';

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
/** What Microsoft has registered for an SVG inside a picture. */
const EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}';
const NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';
const TYPE = '<Default Extension="svg" ContentType="image/svg+xml"/>';

const blip = (png: string, svg: string): string =>
  `<a:blip r:embed="${png}"><a:extLst><a:ext uri="${EXTENSION}"><asvg:svgBlip xmlns:asvg="${NAMESPACE}" r:embed="${svg}"/></a:ext></a:extLst></a:blip>`;

/** Puts each SVG beside the PNG of its picture, and what leads to it into the slide. */
export function putSvgs(parts: Parts, { svgs }: Pick<Painted, 'svgs'>): void {
  if (svgs.size === 0) return;
  for (const path of [...parts.keys()].filter((each) => /^ppt\/slides\/slide\d+\.xml$/.test(each))) {
    const known = relationships(parts, path);
    const added: string[] = [];
    const text = textOf(parts, path).replace(/<p:pic>.*?<\/p:pic>/gs, (picture) => {
      const name = /<p:cNvPr\b[^>]*?\sname="([^"]*)"/.exec(picture)?.[1] ?? '';
      const png = /<a:blip r:embed="([^"]*)"/.exec(picture)?.[1] ?? '';
      const svg = svgs.get(unescaped(name));
      const target = known.find(({ id }) => id === png)?.target;
      if (svg === undefined || target === undefined) return picture;
      const beside = target.replace(/\.png$/, '.svg');
      const id = `rIdSvg${added.length + 1}`;
      parts.set(beside, svg);
      added.push(`<Relationship Id="${id}" Type="${IMAGE}" Target="/${beside}"/>`);
      return picture.replace(
        /<a:blip r:embed="[^"]*">\s*<\/a:blip>|<a:blip r:embed="[^"]*"\/>/,
        blip(png, id),
      );
    });
    if (added.length === 0) continue;
    parts.set(path, text);
    const rels = relationshipsOf(path);
    parts.set(rels, textOf(parts, rels).replace('</Relationships>', `${added.join('')}</Relationships>`));
  }
  const types = textOf(parts, '[Content_Types].xml');
  if (!/<Default Extension="svg"/.test(types))
    parts.set(
      '[Content_Types].xml',
      types.replace(/<Types\b[^>]*>/, (start) => start + TYPE),
    );
}
