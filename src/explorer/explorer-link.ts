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

function isView(value: unknown): value is LinkedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text, pinned, seed, metric } = value as Record<string, unknown>;
  const isText = (each: unknown): boolean => each === undefined || typeof each === 'string';
  return (
    typeof name === 'string' &&
    isText(text) &&
    isText(pinned) &&
    Number.isSafeInteger(seed) &&
    (metric === 'rto' || metric === 'rpo' || metric === 'rtt')
  );
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
