/** Pages for browsers of this machine, and of no other. */
export interface Loopback {
  /**
   * Answers what is asked at 127.0.0.1, until it is stopped.
   *
   * @param port undefined for one that is free.
   * @throws Refusal when nothing can be served there.
   */
  readonly serve: (answer: (request: PageRequest) => PageAnswer, port: number | undefined) => Promise<ServedPages>;
  /** Shows an address in the browser that this machine opens addresses with; whether that could be started. */
  readonly openBrowser: (address: string) => Promise<boolean>;
}

/** What somebody asks for. */
export interface PageRequest {
  readonly method: string;
  /** From the first slash, with what follows a question mark. */
  readonly path: string;
  /** By what name the asker knows this machine, with the port; empty where it does not say. */
  readonly host: string;
}

/** What is answered. */
export interface PageAnswer {
  /** As HTTP counts: 200 for a page. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Pages that are being served. */
export interface ServedPages {
  readonly port: number;
  /** Ends all connections; comes back when there is nothing left of it. */
  readonly stop: () => Promise<void>;
}
