/// <reference lib="dom" />
import { lendHand } from './hands.js';
import type { FromEngine, ToEngine } from './protocol.js';
import { Session } from './session.js';

/**
 * What each worker of the page runs. The first message says what it is: one that leads, and answers the page, or a hand, which
 * plays what the leader deals it through a port of their own.
 */
type FirstMessage = ToEngine | { readonly kind: 'lend-hand'; readonly port: MessagePort };

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<FirstMessage>) => void) | null;
  postMessage: (message: FromEngine) => void;
};

let session: Session | undefined;

worker.onmessage = ({ data }) => {
  if (data.kind === 'lend-hand') lendHand(data.port);
  else void answer(data).catch(tellFault);
};

async function answer(message: ToEngine): Promise<void> {
  switch (message.kind) {
    case 'begin':
      session = new Session(message.shipped, {
        tell: (said) => worker.postMessage(said),
        breathe,
        hands: message.hands,
      });
      return;
    case 'ask':
      return session?.ask(message.question);
    case 'tell-incident':
      return session?.tellIncident(message.asked, message.width);
    case 'tell-day':
      session?.tellDay(message.asked);
      return;
    case 'export':
      session?.export(message.form);
      return;
    default:
      return message satisfies never;
  }
}

function tellFault(error: unknown): void {
  worker.postMessage({
    kind: 'fault',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  });
}

/** Comes back when messages that have arrived meanwhile were heard. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    heard.push(resolve);
    bell.port2.postMessage(null);
  });
}

const heard: (() => void)[] = [];
const bell = new MessageChannel();
bell.port1.onmessage = () => heard.shift()?.();
