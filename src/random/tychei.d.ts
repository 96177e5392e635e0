/**
 * The part of `seedrandom` that is used here. Its published types describe the main entry only, which also
 * carries six other algorithms and asks for node's `crypto`.
 */
declare module 'seedrandom/lib/tychei.js' {
  interface Tychei {
    /** 32 random bits as a signed integer. */
    readonly int32: () => number;
  }

  /** A generator whose sequence is decided by the text. */
  function tychei(seed: string): Tychei;

  export = tychei;
}
