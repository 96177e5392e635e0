import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Loopback } from './loopback.js';
import { Refusal } from './refusal.js';

const ADDRESS = '127.0.0.1';

/** What starts a browser mostly ends at once; what still runs after this time has started one. */
const PATIENCE_MS = 3000;

/** Served by this process, shown by the browser of this machine. */
export const nodeLoopback: Loopback = {
  serve: async (answer, port) => {
    const server = createServer(({ method = '', url = '', headers }, response) => {
      const { status, headers: said, body } = answer({ method, path: url, host: headers.host ?? '' });
      response.writeHead(status, said).end(body);
    });
    await listening(server, port);
    return {
      port: (server.address() as AddressInfo).port,
      stop: () =>
        new Promise((resolve) => {
          server.close(() => {
            resolve();
          });
          server.closeAllConnections();
        }),
    };
  },
  openBrowser: (address) => {
    const [program, ...words] = opener(process.platform);
    return isStarted(program, [...words, address]);
  },
};

function listening(server: Server, port: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program listens there'
          : error.code === 'EACCES'
            ? 'permission is denied'
            : error.message;
      const where = port === undefined ? ADDRESS : `${ADDRESS}:${String(port)}`;
      reject(new Refusal(`cannot serve a page at ${where}: ${why}`, 'without --port a free one is taken'));
    });
    server.listen(port ?? 0, ADDRESS, resolve);
  });
}

/** What opens an address as a click on it would. The empty word is the title of a window, which "start" takes first. */
function opener(platform: NodeJS.Platform): readonly [program: string, ...words: readonly string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return ['xdg-open'];
}

/** Whether a program could be started, and has not ended badly within its time; it goes on without us. */
function isStarted(program: string, words: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { detached: true, stdio: 'ignore', windowsHide: true });
    const patience = setTimeout(() => {
      resolve(true);
    }, PATIENCE_MS).unref();
    const settle = (isGood: boolean): void => {
      clearTimeout(patience);
      resolve(isGood);
    };
    child.once('error', () => {
      settle(false);
    });
    child.once('exit', (code) => {
      settle(code === 0);
    });
    child.unref();
  });
}
