/** What makes pages, paper and pictures of what was written. */
export interface Press {
  /** The program that lets charts of a page answer to the pointer; undefined where Drillcast runs from its sources. */
  readonly liveProgram: () => string | undefined;
  /** The page of the explorer, nothing opened in it yet; undefined where Drillcast runs from its sources. */
  readonly explorerPage: () => string | undefined;
  /**
   * A browser that can print; undefined where none is found.
   *
   * @throws Refusal when the environment names one that is not there.
   */
  readonly findBrowser: () => string | undefined;
  /**
   * A page as PDF.
   *
   * @throws Refusal when the browser fails.
   */
  readonly print: (browser: string, page: string) => Uint8Array;
  /** Makes PNG of SVG. */
  readonly pngMaker: () => Promise<(svg: string) => Uint8Array>;
}
