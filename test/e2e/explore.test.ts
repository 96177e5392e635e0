import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drillcast, temporaryFolder } from './drillcast.js';
import { serving } from './explorer-server.js';

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks as no browser would let a page ask: under any name, by any method. */
function ask(address: string, { path = '/', method = 'GET', host = new URL(address).host } = {}): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A folder with a program by which systems open addresses, which writes down what it was asked for. */
function openerFolder(script: string): string {
  const folder = temporaryFolder();
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

describe('drillcast explore', () => {
  test('serves the page that --out writes, at 127.0.0.1 alone, and ends with 0 at Ctrl-C', async () => {
    const file = join(temporaryFolder(), 'explorer.html');
    expect(drillcast(['explore', 'reference-r1', '--out', file])).toMatchObject({ code: 0, stderr: '' });
    const { address, interrupted, stderr } = await serving(['reference-r1', '--no-open']);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(body).toBe(readFileSync(file, 'utf8'));
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
    );
    expect(headers['content-security-policy']).not.toMatch(/connect-src|http|\*|unsafe-eval/);
    expect(stderr()).toBe('');
    // A connection that is kept open, as browsers do, does not keep the program.
    const began = performance.now();
    expect(await interrupted()).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(5000);
    await expect(ask(address)).rejects.toThrow('ECONNREFUSED');
  });

  test('answers nothing else, and nobody who comes by another name', async () => {
    const { address } = await serving(['reference-r1', '--no-open']);
    const asked = async (how: Parameters<typeof ask>[1]) => {
      const { status, body } = await ask(address, how);
      return [status, body.includes('<')];
    };
    const port = new URL(address).port;
    expect(await asked({ path: '/../package.json' })).toEqual([404, false]);
    expect(await asked({ method: 'POST' })).toEqual([404, false]);
    expect(await asked({ method: 'OPTIONS' })).toEqual([404, false]);
    expect(await asked({ host: `evil.example:${port}` })).toEqual([403, false]);
    expect(await asked({ host: `[::1]:${port}` })).toEqual([403, false]);
    expect(await asked({ host: `localhost:${port}` })).toEqual([200, true]);
  });

  test.skipIf(process.platform === 'win32')('shows the page in the browser that opens addresses', async () => {
    const folder = openerFolder('echo "$1" > "$(dirname "$0")/asked"');
    const { address, interrupted, stderr } = await serving(['reference-r1'], {
      PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    });
    await expect.poll(() => existsSync(join(folder, 'asked')), { timeout: 20_000 }).toBe(true);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(`${address}\n`);
    expect((await interrupted()).code).toBe(0);
    expect(stderr()).toBe('');
  });

  test.skipIf(process.platform === 'win32')('says so where no browser can be started, and serves', async () => {
    const folder = openerFolder('exit 3');
    const { address, stderr, interrupted } = await serving(['reference-r1'], { PATH: folder });
    await expect.poll(stderr, { timeout: 20_000 }).toBe('No browser could be started here: open the address in one.\n');
    expect((await ask(address)).status).toBe(200);
    expect((await interrupted()).code).toBe(0);
  });

  test('takes the port that it is told, and refuses one that is taken', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    const taken = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        resolve((other.address() as AddressInfo).port);
      });
    });
    const { code, stdout, stderr } = drillcast(['explore', 'reference-r1', '--no-open', '--port', String(taken)]);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        `cannot serve a page at 127.0.0.1:${String(taken)}: another program listens there\n` +
        '  mend: without --port a free one is taken\n',
    });
  });

  test('opens a broken scenario all the same, and says what lint says', async () => {
    const file = join(temporaryFolder(), 'broken.yaml');
    writeFileSync(file, 'drillcast: 1\nname: Broken\nsurfaces: { db: { size: 90 min } }\n');
    const { address, stdout, stderr } = await serving([file, '--no-open']);
    await expect.poll(stderr).toContain('The page opens all the same');
    expect(stderr()).toBe(`${drillcast(['lint', file]).stdout}\nThe page opens all the same, and shows this.\n`);
    expect(stdout()).toContain('The explorer shows broken.yaml at');
    expect((await ask(address)).body).toContain('size: 90 min');
  });
});

describe('drillcast explore --out', () => {
  test('writes a page of at most 1.5 MB when compressed, that anyone may be given', () => {
    const file = join(temporaryFolder(), 'explorer.html');
    drillcast(['explore', '--out', file]);
    const bytes = gzipSync(readFileSync(file)).length;
    console.log(`the page of the explorer, compressed: ${String(Math.round(bytes / 1000))} kB`);
    expect(bytes).toBeLessThanOrEqual(1_500_000);
    expect(statSync(file).mode & 0o111).toBe(0);
  });

  test('names no folder of this machine', () => {
    const folder = temporaryFolder();
    const [file, page] = ['plan.yaml', 'explorer.html'].map((name) => join(folder, name));
    writeFileSync(file, 'drillcast: 1\nextends: dalp-hot-cold\n');
    expect(drillcast(['explore', file, '--out', page]).code).toBe(0);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('"name":"plan.yaml"');
    expect(html).not.toContain(folder);
    expect(html).not.toContain(process.cwd());
  });
});
