// What the command line writes where: results to stdout, everything else to stderr, colour only for a person.

import { styleText } from 'node:util';
import { cells, columns, type Paint } from '../diagnostics/index.ts';
import type { Word } from './words.ts';

type Format = Parameters<typeof styleText>[0];

const CLEAR_LINE = '\r\u001b[K';
const SECOND = 1000;

/** Colours for one stream: none in a pipe, none with NO_COLOR. */
export function paintFor(stream: NodeJS.WriteStream) {
  const brush = (format: Format) => (text: string) => styleText(format, text, { stream });
  const strong = brush('bold');
  // Node 20 colours a pipe too if it is given a list of formats, so they are nested.
  return {
    error: (text: string) => strong(brush('red')(text)),
    warning: (text: string) => strong(brush('yellow')(text)),
    strong,
    quiet: brush('dim'),
    label: brush('cyan'),
    help: brush('green'),
    good: brush('green'),
    bad: brush('red'),
  } satisfies Paint & Record<string, (text: string) => string>;
}

/** Says on a terminal what takes longer than a second. */
export interface Progress {
  readonly stage: (name: string) => void;
  /** How much of the stage is done, from 0 to 1. */
  readonly part: (share: number) => void;
  readonly stop: () => void;
}

const BAR = 24;

/** Stages in Chinese; what stands before one, the study that it belongs to, stays. */
const STAGES: Readonly<Record<string, string>> = {
  reading: '读取',
  template: '读取模板',
  computing: '计算',
  comparing: '比较',
  drawing: '绘图',
  writing: '写入',
};

/** `2 of 3, study.yaml: reading` -> `2 of 3, study.yaml: 读取`. */
export const stageIn = (name: string, lang: 'en' | 'zh'): string =>
  lang === 'zh' ? name.replace(/[a-z]+$/, (stage) => STAGES[stage] ?? stage) : name;

/** `██████░░░░░░  45 %`, `██████░░░░░░  45%`. */
const bar = (share: number, lang: 'en' | 'zh'): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(Math.round(share * 100)).padStart(3)}${lang === 'zh' ? '%' : ' %'}`;
};

const CUT = '...';

/** The end of a text that has more columns than there are: a line that wraps cannot be cleared. */
export function endOf(text: string, room: number): string {
  if (columns(text) <= room) return text;
  let left = room - CUT.length;
  const kept = cells(text).findLast(({ width }) => {
    left -= width;
    return left < 0;
  });
  return CUT + text.slice(kept?.to);
}

/** One line on stderr that comes after a second and goes at the end; nothing in a pipe. */
export function progress(shown: boolean, lang: 'en' | 'zh' = 'en'): Progress {
  const stream = process.stderr;
  if (!shown || !stream.isTTY) return { stage: () => {}, part: () => {}, stop: () => {} };
  const start = performance.now();
  let current = '';
  let done: number | undefined;
  let drawn = false;
  const draw = (): void => {
    const elapsed = performance.now() - start;
    if (elapsed < SECOND) return;
    const share = done === undefined ? '...' : bar(done, lang);
    const rest = ` ${share} ${Math.floor(elapsed / SECOND)} ${lang === 'zh' ? '秒' : 's'}`;
    // A terminal that does not say how wide it is has 0 columns; the last one makes some of them wrap.
    const room = stream.columns > 0 ? stream.columns - 1 - columns(rest) : Number.POSITIVE_INFINITY;
    stream.write(CLEAR_LINE + endOf(current, room) + rest);
    drawn = true;
  };
  const timer = setInterval(draw, SECOND);
  timer.unref();
  return {
    part: (share) => {
      done = share;
      draw();
    },
    stage: (name) => {
      current = stageIn(name, lang);
      done = undefined;
      // A stage that computes without a pause lets no timer in.
      draw();
    },
    stop: () => {
      clearInterval(timer);
      if (drawn) stream.write(CLEAR_LINE);
      drawn = false;
    },
  };
}

/** Leaves a terminal as it was found when a run is interrupted. */
export function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
}

/** A reader that has seen enough (`| head`) is no fault; the work goes on without it. What cannot be said for another reason ends it. */
export function forgiveClosedPipes(word: Word): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') return;
      const why = code === 'ENOSPC' ? word('the disk is full', '磁盘已满') : message;
      process.stderr.write(`tcfd: ${word('what it prints cannot be written', '无法写出输出')}: ${why}\n`);
      process.exit(1);
    });
}
