import type { DrawnMetric, Texts } from './engine/protocol.js';

/** What a link holds: all that it takes to see the same. */
export interface LinkedView {
  readonly name: string;
  /** Absent where it is the shipped scenario of that name, unchanged. */
  readonly text?: string;
  readonly files?: Texts;
  /** What is pinned, where it is another text. */
  readonly pinned?: string;
  /** Paths of the sliders, where they are not the usual ones. */
  readonly sliders?: readonly string[];
  readonly metric: DrawnMetric;
  readonly seed: number;
  /** The incident that is told. */
  readonly incident?: number;
}

const PREFIX = '#v1=';

/** A view as the fragment of an address: compressed, in letters that an address may have. It never leaves the browser. */
export async function fragmentOf(view: LinkedView): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  const packed = await through(bytes, new CompressionStream('deflate-raw'));
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  return PREFIX + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The view of a fragment; undefined where it holds none, or a damaged one. */
export async function viewOfFragment(fragment: string): Promise<LinkedView | undefined> {
  if (!fragment.startsWith(PREFIX)) return undefined;
  try {
    const letters = atob(fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw')));
    const view: unknown = JSON.parse(text);
    return isView(view) ? view : undefined;
  } catch {
    // A link that was cut off on its way: the page says so, and opens without it.
    return undefined;
  }
}

/** A link may come from anybody: whatever is not as it should be makes it none. */
function isView(value: unknown): value is LinkedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text, files, pinned, sliders, metric, seed, incident } = value as Record<string, unknown>;
  return (
    isText(name) &&
    (text === undefined || isText(text)) &&
    (files === undefined || isTexts(files)) &&
    (pinned === undefined || isText(pinned)) &&
    (sliders === undefined || (Array.isArray(sliders) && sliders.every(isText))) &&
    isCount(seed) &&
    (incident === undefined || isCount(incident)) &&
    (metric === 'rto' || metric === 'rpo' || metric === 'rtt')
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
