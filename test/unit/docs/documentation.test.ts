import { describe, expect, test } from 'vitest';
import { faultsOfCommands } from '../../support/documented-commands.js';
import { faultsOfScenarios } from '../../support/documented-scenarios.js';
import { brokenLinks, markdownPages } from '../../support/markdown.js';

const pages = markdownPages();

describe.each(pages)('$path', (page) => {
  test('shows scenarios that can be read and played', () => {
    expect(faultsOfScenarios(page)).toEqual([]);
  });

  test('shows commands that do what it says', async () => {
    expect(await faultsOfCommands(page)).toEqual([]);
  });

  test('links to files and headings that exist', () => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

test('The pages looked at are those of the whole project, and of nobody else', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['CONTRIBUTING.md', 'docs/reference/scenario-language.md']));
  expect(paths.filter((path) => path.includes('node_modules'))).toEqual([]);
});

describe('Each check bites on a planted fault', () => {
  const COMPLETE = `\`\`\`yaml
drillcast: 1
name: Planted
incidents: { loss: {} }
runbook: { restore: { takes: 1h } }
milestones: { service-reopened: restore, incident-closed: restore }
\`\`\`
`;
  const block = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;
  const planted = (text: string) => ({ path: 'planted.md', text });

  test.each([
    ['a scenario with a problem', COMPLETE.replace('1h', '1'), 'planted.md:1 has problems'],
    ['a part with a problem', COMPLETE + block('yaml part', 'runbook: { restore: { takes: 1 } }'), ':8 has problems'],
    ['a part of nothing', block('yaml part', 'runbook: {}'), ':1 is a part on a page without a complete scenario'],
    ['YAML that says not what it is', block('yaml', 'on: push'), ':1 is neither complete nor marked'],
    ['a broken scenario that is sound', COMPLETE.replace('yaml', 'yaml broken'), ':1 is marked as broken'],
  ])('%s', (_, text, fault) => {
    expect(faultsOfScenarios(planted(text)).join('\n')).toContain(fault);
  });

  test('none in sound blocks', () => {
    const part = block('yaml part', 'runbook: { restore: { takes: 2h } }');
    expect(faultsOfScenarios(planted(COMPLETE + part + block('yaml other', 'on: push')))).toEqual([]);
  });

  test.each([
    ['an option that does not exist', block('sh', 'npx drillcast run reference-r1 --quickly'), 'ended with 2'],
    ['a command that does not exist', block('sh', 'npm ci\nnpx drillcast ruin reference-r1'), 'ended with 2'],
    [
      'an output of another day',
      block('console', '$ npx drillcast lint reference-r1\nreference-r1: fine'),
      'no problems',
    ],
  ])('%s', async (_, text, fault) => {
    expect((await faultsOfCommands(planted(text))).join('\n')).toContain(fault);
  });

  test('none in commands that do what the page says, in the folder of its named blocks', async () => {
    const scenario = COMPLETE.replace('yaml', 'yaml file=plan.yaml');
    const commands = block('sh', 'npm ci\nnpx drillcast run plan.yaml --json - > plan.json # and so on');
    const printed = block('console', '$ npx drillcast lint \\\n    plan.yaml plan.yaml\n…\nplan.yaml: no problems');
    expect(await faultsOfCommands(planted(scenario + commands + printed))).toEqual([]);
  });

  test('links to nothing, but not those of other houses or in code', () => {
    const text = '# A `b` c\n[1](nowhere.md) [2](#d) [3](#a-b-c) [4](https://example.org/x) [5](README.txt#x)\n';
    const page = planted(text + block('md', '[6](also-nowhere.md)'));
    expect(brokenLinks(page)).toEqual(['planted.md:2 nowhere.md', 'planted.md:2 #d', 'planted.md:2 README.txt#x']);
  });
});
