import type { AskedIncident, ExportForm, FromEngine, Question, Texts, ToEngine } from './engine/protocol.js';
import type { AskedDay } from './engine/retention-calendar.js';

/** More hands than that do not make an answer of a second quicker. */
const MOST_WORKERS = 4;

/** The engine as the page sees it: workers, of which one leads and the others lend it a hand. */
export class EngineClient {
  readonly #leader: Worker;

  /** @param code of the worker, as the page brings it along. */
  constructor(code: string, shipped: Texts, hear: (message: FromEngine) => void) {
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    this.#leader = new Worker(address);
    this.#leader.onmessage = ({ data }: MessageEvent<FromEngine>) => hear(data);
    this.#leader.onerror = (event) => hear({ kind: 'fault', message: event.message });
    const count = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency)) - 1;
    const hands = Array.from({ length: count }, () => {
      const { port1, port2 } = new MessageChannel();
      new Worker(address).postMessage({ kind: 'lend-hand', port: port1 }, [port1]);
      return port2;
    });
    this.#say({ kind: 'begin', shipped, hands }, hands);
  }

  ask(question: Question): void {
    this.#say({ kind: 'ask', question });
  }

  tellIncident(asked: AskedIncident, width: number): void {
    this.#say({ kind: 'tell-incident', asked, width });
  }

  tellDay(asked: AskedDay): void {
    this.#say({ kind: 'tell-day', asked });
  }

  export(form: ExportForm): void {
    this.#say({ kind: 'export', form });
  }

  #say(message: ToEngine, transfer: Transferable[] = []): void {
    this.#leader.postMessage(message, transfer);
  }
}
