import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import type { PageAnswer, PageRequest } from '../../../src/cli/loopback.js';
import type { OpenedDocument } from '../../../src/cli/opened-document.js';
import { EMPTY_EXPLORER, memoryWorld, type MemoryWorldOptions } from '../../support/memory-world.js';

const SOUND = readFileSync('scenarios/reference-r1.yaml', 'utf8');
const BROKEN = SOUND.replace('drillcast: 1', 'drillcast: 1\nname: [');
const DRILL = 'drill: 1\nname: Spring\nkind: full-restore\nbegan: 2026-01-01T00:00:00Z\nachieved: { rto: 2h }\n';

/** A world whose reader interrupts at once, and what its command did. */
async function explored(argv: readonly string[], options: MemoryWorldOptions = {}) {
  const served: { answer: (request: PageRequest) => PageAnswer; port: number }[] = [];
  const opened: string[] = [];
  const world = memoryWorld({
    served: (answer, port) => served.push({ answer, port }),
    openBrowser: (address) => Promise.resolve(opened.push(address) > 0),
    onInterrupt: (hear) => {
      setTimeout(hear, 10);
      return () => undefined;
    },
    ...options,
    files: { '/shipped/reference-r1.yaml': SOUND, '/shipped/dalp-hot-cold.yaml': SOUND, ...options.files },
  });
  const code = await runCommandLine(['explore', ...argv], world);
  return { code, stdout: world.stdout.text, stderr: world.stderr.text, texts: world.texts, served, opened };
}

/** What a page of ours opens with. */
function openedIn(page: string | undefined): OpenedDocument {
  const json = /id="opened">(.*)<\/script>/.exec(page ?? '')?.[1];
  return JSON.parse(json ?? 'null') as OpenedDocument;
}

const ASKED: PageRequest = { method: 'GET', path: '/', host: '127.0.0.1:4321' };

describe('drillcast explore', () => {
  test('serves the page until the reader interrupts, shows it in the browser, and ends with 0', async () => {
    const { code, stdout, stderr, served, opened } = await explored(['reference-r1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'The explorer shows reference-r1 at http://127.0.0.1:4321/\nOnly this machine can see it. Ctrl-C ends it.\n',
    );
    expect(opened).toEqual(['http://127.0.0.1:4321/']);
    expect(openedIn(served[0]?.answer(ASKED).body)).toEqual({ name: 'reference-r1', files: {}, drills: {} });
  });

  test('opens on dalp-hot-cold where it is told nothing', async () => {
    const { served } = await explored([]);
    expect(openedIn(served[0]?.answer(ASKED).body).name).toBe('dalp-hot-cold');
  });

  test('takes the port that it is told, and leaves the browser alone where it is told so', async () => {
    const { stdout, served, opened } = await explored(['reference-r1', '--port', '8080', '--no-open']);
    expect(served[0]?.port).toBe(8080);
    expect(stdout).toContain('http://127.0.0.1:8080/');
    expect(opened).toEqual([]);
  });

  test('says so where no browser can be started, and goes on', async () => {
    const { code, stderr } = await explored(['reference-r1'], { openBrowser: () => Promise.resolve(false) });
    expect(code).toBe(0);
    expect(stderr).toBe('No browser could be started here: open the address in one.\n');
  });

  test('does not wait for a browser that takes its time, once the reader has interrupted', async () => {
    const { code } = await explored(['reference-r1'], { openBrowser: () => new Promise(() => undefined) });
    expect(code).toBe(0);
  });

  test.each([
    [['--out', '-'], '--out: expected a file, found -\n'],
    [['--out', 'e.html', '--port', '8080'], '--out and --port do not go together\n'],
    [['--port', '0'], '--port: expected a whole number from 1 to 65535, found 0\n'],
    [['reference-r2'], 'did you mean "reference-r1"?'],
    [['--drills', 'nowhere.yaml'], 'cannot read nowhere.yaml'],
  ])('refuses %j', async (argv, said) => {
    const { code, stderr, served } = await explored(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(served).toEqual([]);
  });

  test('tells how to get the page where there is none', async () => {
    const { code, stderr } = await explored([], { explorerPage: () => undefined });
    expect(code).toBe(2);
    expect(stderr).toBe('explore: the page is not built yet\n  mend: run "npm run build"\n');
  });
});

describe('drillcast explore --out', () => {
  test('writes the page with all that the scenario was read from besides what comes with Drillcast', async () => {
    const files = {
      'plans/mine.yaml': 'drillcast: 1\nextends: ../base.yaml\n',
      'base.yaml': 'drillcast: 1\nextends: reference-r1\n',
      'drills/spring.yaml': DRILL,
    };
    const argv = ['plans/mine.yaml', '--drills', 'drills', '--out', 'e.html'];
    const { code, stdout, stderr, texts, served } = await explored(argv, { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(served).toEqual([]);
    expect(stdout).toBe(
      'Wrote e.html, a page that needs nothing else. Of yours it holds:\n' +
        '  plans/mine.yaml\n  base.yaml\n  drills/spring.yaml\n',
    );
    expect(openedIn(texts.get('e.html'))).toEqual({
      name: 'plans/mine.yaml',
      files: { 'plans/mine.yaml': files['plans/mine.yaml'], 'base.yaml': files['base.yaml'] },
      drills: { 'drills/spring.yaml': DRILL },
    });
  });

  test('holds no path of the machine', async () => {
    const files = {
      '/home/ada/plans/mine.yaml': 'drillcast: 1\nextends: ../base.yaml\n',
      '/home/ada/base.yaml': 'drillcast: 1\nextends: reference-r1\n',
      '/home/ada/2026/spring.yaml': DRILL,
    };
    const argv = ['/home/ada/plans/mine.yaml', '--drills', '/home/ada/2026/spring.yaml', '--out', 'e.html'];
    const { stderr, texts } = await explored(argv, { files });
    expect(stderr).toBe('');
    const opened = openedIn(texts.get('e.html'));
    expect(opened.name).toBe('plans/mine.yaml');
    expect(Object.keys(opened.files)).toEqual(['plans/mine.yaml', 'base.yaml']);
    expect(Object.keys(opened.drills)).toEqual(['spring.yaml']);
    expect(texts.get('e.html')).not.toContain('ada');
  });

  test('opens what is broken all the same, and says every problem on standard error', async () => {
    const files = { 'mine.yaml': BROKEN, 'spring.yaml': DRILL.replace('2h', 'soon') };
    const { code, stderr, texts } = await explored(['mine.yaml', '--drills', 'spring.yaml', '--out', 'e.html'], {
      files,
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^mine\.yaml:\d+:\d+/);
    expect(stderr).toMatch(/^spring\.yaml:\d+:\d+/m);
    expect(stderr).toMatch(/\nThe page opens all the same, and shows this\.\n$/);
    expect(openedIn(texts.get('e.html')).files).toEqual({ 'mine.yaml': BROKEN });
  });

  test('lets no text of a file end the element that it stands in', async () => {
    const text = `${SOUND}# </script><script>alert(1)</script><!-- $& $1 $\` \n`;
    const { texts } = await explored(['mine.yaml', '--out', 'e.html'], { files: { 'mine.yaml': text } });
    const page = texts.get('e.html') ?? '';
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page.match(/<!--/g)).toBeNull();
    expect(openedIn(page).files['mine.yaml']).toBe(text);
  });

  test.each([
    ['no room for what is opened', EMPTY_EXPLORER.replace('id="opened"', 'id="open"')],
    ['two rooms', EMPTY_EXPLORER + EMPTY_EXPLORER],
  ])('a page with %s is a fault of ours', async (_, page) => {
    const { code, stderr } = await explored(['reference-r1', '--out', 'e.html'], { explorerPage: () => page });
    expect(code).toBe(70);
    expect(stderr).toContain('must have room for one document');
  });
});

describe('The page that is served', () => {
  const answer = async () => {
    const { served } = await explored(['reference-r1']);
    return served[0].answer;
  };

  test('goes out with the policy that it states, and to no frame, and is kept by nobody', async () => {
    const { status, headers } = (await answer())(ASKED);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  test.each([
    ['another method', { method: 'POST' }, 404],
    ['another path', { path: '/etc/passwd' }, 404],
    ['a question', { path: '/?x' }, 404],
    ['a site whose name leads to this machine', { host: 'evil.example:4321' }, 403],
    ['a name that only begins as ours', { host: '127.0.0.1.evil.example' }, 403],
    ['nobody', { host: '' }, 403],
    ['this machine by its name', { host: 'localhost:4321' }, 200],
  ])('%s', async (_, change, status) => {
    const answered = (await answer())({ ...ASKED, ...change });
    expect(answered.status).toBe(status);
    if (status !== 200) expect(answered.body).not.toContain('<');
  });

  test('a page without a policy is a fault of ours', async () => {
    const page = EMPTY_EXPLORER.replace(/<meta http-equiv.*/, '');
    const { code, stderr } = await explored(['reference-r1'], { explorerPage: () => page });
    expect(code).toBe(70);
    expect(stderr).toContain('must state its content security policy');
  });
});
