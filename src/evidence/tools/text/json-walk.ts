import type { Path } from '../../../scenario/document/located-tree.js';

/** Where a text stops being JSON: the stretch that does not belong, and what would. */
export interface JsonFault {
  readonly start: number;
  readonly end: number;
  readonly expected: string;
}

/** A stretch of a text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const BLANK = /[ \t\r\n]*/y;
// Each part of a text can be matched in one way only: a text without its end would else take exponential time.
const TOKEN =
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y; // eslint-disable-line no-control-regex -- JSON forbids exactly these in its texts
const WORD = /[^\s{}[\],:"]+|./y;

/** What may come next. `first` marks the place right after a bracket was opened, where it may also be closed. */
type Expecting = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'more' | 'nothing';

const WORDS: Readonly<Record<Expecting, string>> = {
  value: 'a value',
  'first value': 'a value, or "]"',
  key: 'a key in quotation marks',
  'first key': 'a key in quotation marks, or "}"',
  colon: '":"',
  more: '"," or a closing bracket',
  nothing: 'the end of the file',
};

interface Frame {
  readonly closes: '}' | ']';
  /** The key, or the number of the item, that is being read. */
  step: string | number;
}

/** A value that the walk has come to: how many steps lead to it, each step, and where it begins. */
export interface WalkedValue {
  readonly depth: number;
  readonly stepAt: (index: number) => string | number;
  /** Of a map or list, the opening bracket. */
  readonly at: Stretch;
}

/**
 * Walks over a JSON text without building anything: engines read quicker, but do not tell places. It keeps a stack of its
 * own, so that no depth of brackets can exhaust that of the program.
 *
 * @param visit hears of every value; it ends the walk by returning true.
 * @returns the first fault, or undefined when there was none up to where the walk ended.
 * @source RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
 */
function walkJson(text: string, visit: (value: WalkedValue) => boolean): JsonFault | undefined {
  const frames: Frame[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  for (;;) {
    at += matchAt(BLANK, text, at).length;
    if (at >= text.length) {
      return expecting === 'nothing' ? undefined : { start: at, end: at, expected: WORDS[expecting] };
    }
    const token = matchAt(TOKEN, text, at);
    if (token === '' && text[at] === '"' && !text.includes('"', at + 1)) {
      return { start: text.length, end: text.length, expected: 'the end of a text in quotation marks' };
    }
    const next: Expecting | undefined = token === '' ? undefined : afterToken(token, expecting, frames);
    if (next === undefined) {
      const end = at + Math.max(1, matchAt(WORD, text, at).length);
      return { start: at, end, expected: WORDS[expecting] };
    }
    if (expecting.endsWith('value') && token !== ']') {
      const isOpen = token === '{' || token === '[';
      const depth = frames.length - (isOpen ? 1 : 0);
      const value = { depth, stepAt: (index: number) => frames[index].step, at: { start: at, end: at + token.length } };
      if (visit(value)) return undefined;
    }
    expecting = next;
    at += token.length;
  }
}

/** The first fault of a text that engines refuse to read as JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  return walkJson(text, () => false);
}

/** Where the value of a path stands in a JSON text; of what is missing, its nearest ancestor. */
export function placeInJson(text: string, path: Path): Stretch {
  let nearest: Stretch = { start: 0, end: 0 };
  let reached = -1;
  walkJson(text, ({ depth, stepAt, at }) => {
    const isNearer =
      depth <= path.length && depth > reached && path.slice(0, depth).every((step, index) => step === stepAt(index));
    if (isNearer) [nearest, reached] = [at, depth];
    return reached === path.length;
  });
  return nearest;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** What may come after a token, and undefined when the token may not stand here. */
function afterToken(token: string, expecting: Expecting, frames: Frame[]): Expecting | undefined {
  const top = frames.at(-1);
  switch (expecting) {
    case 'colon':
      return token === ':' ? 'value' : undefined;
    case 'nothing':
      return undefined;
    case 'key':
    case 'first key':
      if (expecting === 'first key' && token === '}') return closed(frames);
      if (!token.startsWith('"') || top === undefined) return undefined;
      top.step = JSON.parse(token) as string;
      return 'colon';
    case 'more':
      if (token === top?.closes) return closed(frames);
      if (token !== ',' || top === undefined) return undefined;
      if (typeof top.step === 'number') top.step += 1;
      return top.closes === '}' ? 'key' : 'value';
    case 'value':
    case 'first value':
      return afterValueToken(token, expecting, frames);
    default:
      return expecting satisfies never;
  }
}

function afterValueToken(token: string, expecting: Expecting, frames: Frame[]): Expecting | undefined {
  if (token === '{') {
    frames.push({ closes: '}', step: '' });
    return 'first key';
  }
  if (token === '[') {
    frames.push({ closes: ']', step: 0 });
    return 'first value';
  }
  if (token === ']' && expecting === 'first value') return closed(frames);
  return /^[}\],:]/.test(token) ? undefined : afterValue(frames);
}

function closed(frames: Frame[]): Expecting {
  frames.pop();
  return afterValue(frames);
}

function afterValue(frames: readonly Frame[]): Expecting {
  return frames.length === 0 ? 'nothing' : 'more';
}
