// Where labels go so that none covers another or a line: for the kinds, which know every width and height.

/** Labels on one vertical line: as near to where they want to be as their heights allow, inside low..high. */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  interface Block {
    readonly members: readonly number[];
    readonly height: number;
    /** Sum over the members of where the block's top would have to be for each of them. */
    readonly tops: number;
  }
  const top = (block: Block) => {
    const free = block.tops / block.members.length;
    return Math.max(low, Math.min(free, high - block.height));
  };
  const blocks: Block[] = [];
  for (const index of order) {
    const height = heights[index] ?? 0;
    let block: Block = { members: [index], height, tops: (wanted[index] ?? 0) - height / 2 };
    for (let above = blocks.at(-1); above && top(above) + above.height > top(block); above = blocks.at(-1)) {
      blocks.pop();
      block = {
        members: [...above.members, ...block.members],
        height: above.height + block.height,
        tops: above.tops + block.tops - block.members.length * above.height,
      };
    }
    blocks.push(block);
  }
  const places = wanted.map(() => 0);
  for (const block of blocks) {
    let y = top(block);
    for (const index of block.members) {
      const height = heights[index] ?? 0;
      places[index] = y + height / 2;
      y += height;
    }
  }
  return places;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

function overlapArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function inside(point: Point, box: Rectangle): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

/** Points along a polyline, close enough that a label cannot slip between two of them. */
export function samples(line: readonly Point[], step = 3): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (!next) return [point];
    const count = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / step));
    return Array.from({ length: count }, (_, part) => ({
      x: point.x + ((next.x - point.x) * part) / count,
      y: point.y + ((next.y - point.y) * part) / count,
    }));
  });
}

/** Room kept free around a label. */
const AIR = 4;

/** The candidate that covers the least of lines and of labels placed before; the first of equals. */
export function quietest(
  candidates: readonly Rectangle[],
  lines: readonly Point[],
  taken: readonly Rectangle[],
  bounds: Rectangle,
): Rectangle | undefined {
  const cost = (box: Rectangle) => {
    const area = box.width * box.height;
    const outside = area - overlapArea(box, bounds);
    const covered = taken.reduce((sum, other) => sum + overlapArea(box, other), 0);
    const near = { x: box.x - AIR, y: box.y - AIR, width: box.width + 2 * AIR, height: box.height + 2 * AIR };
    return outside * 20 + covered * 10 + lines.filter((point) => inside(point, near)).length * 40;
  };
  return candidates.reduce<Rectangle | undefined>(
    (best, box) => (best === undefined || cost(box) < cost(best) - 1e-9 ? box : best),
    undefined,
  );
}
