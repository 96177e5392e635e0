import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { AlertsReport } from '../../src/study/alerts/alerts-report.js';
import { drillcast, runProcess, temporaryFolder } from './drillcast.js';

/** Debian's package `prometheus` has it; continuous integration has to bring it: there its absence is a failure. */
const mayJudge = spawnSync('promtool', ['--version']).status === 0 || process.env.CI === 'true';
if (!mayJudge) console.warn('promtool is not installed, so no rule is judged by it: apt-get install prometheus');

const SCENARIOS = ['dalp-hot-cold', 'dalp-hot-warm-all', 'dalp-hot-hot', 'dalp-cloud-native-all'];

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Writes the rules of a scenario into a folder, and gives them back. */
function writtenRules(scenario: string, folder: string, more: readonly string[] = []): readonly Rule[] {
  const file = join(folder, 'rules.yml');
  const { code, stderr } = drillcast(['alerts', scenario, '--incidents', '2000', '--prometheus', file, ...more]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (parse(readFileSync(file, 'utf8')) as { groups: readonly { rules: readonly Rule[] }[] }).groups[0].rules;
}

describe('drillcast alerts', () => {
  test('prints the alerts in at most 80 columns, with the command that gives them again', () => {
    const { code, stdout, stderr } = drillcast(['alerts', 'dalp-hot-cold', '--incidents', '2000']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('postgresql.base-backup.log-archive-age');
    expect(stdout).toContain('drillcast alerts dalp-hot-cold --incidents 2000 --seed 1');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test('writes JSON by its schema, which is the committed one', () => {
    const schema = JSON.parse(drillcast(['schema', 'alerts']).stdout) as object;
    expect(JSON.parse(readFileSync(new URL('../../schema/alerts.json', import.meta.url), 'utf8'))).toEqual(schema);
    const isAlerts = new Ajv2020({ strict: false }).compile(schema);
    for (const scenario of SCENARIOS) {
      const { stdout } = drillcast(['alerts', scenario, '--incidents', '2000', '--json', '-']);
      const report = JSON.parse(stdout) as AlertsReport;
      expect(isAlerts(report), JSON.stringify(isAlerts.errors)).toBe(true);
      expect(report.alerts.length).toBeGreaterThan(4);
      expect(isAlerts({ ...report, extra: 1 })).toBe(false);
    }
  });

  test('writes rules to standard output when no file is named', () => {
    const { code, stdout } = drillcast(['alerts', 'dalp-hot-cold', '--incidents', '2000', '--prometheus']);
    expect(code).toBe(0);
    expect(parse(stdout)).toHaveProperty('groups');
  });

  test.each([
    [['reference-r1'], 'there is no objective on RPO'],
    [['dalp-hot-cold', '--metrics', 'postgres=velero'], 'did you mean "postgresql"?'],
    [['dalp-hot-cold', '--metrics', 'postgresql=velerro'], 'or an expression; found "velerro"'],
    [['dalp-hot-cold', '--metrics', 'postgresql'], 'expected NAME=SOURCE or NAME=EXPRESSION'],
    [['dalp-hot-cold', '--mend-within', 'soon'], '--mend-within: expected a duration, found soon'],
    [['dalp-hot-cold', '--json', '-', '--prometheus'], 'only one can go to standard output'],
  ])('refuses %j', (args, words) => {
    const { code, stdout, stderr } = drillcast(['alerts', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe.runIf(mayJudge)('promtool', () => {
  test.each(SCENARIOS)('has nothing to say against the rules of %s', (scenario) => {
    const folder = temporaryFolder();
    const rules = writtenRules(scenario, folder);
    expect(runProcess('promtool', ['check', 'rules', '--lint-fatal', join(folder, 'rules.yml')])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${rules.length} rules found`) as string,
    });
  });

  test.each(['pgbackrest', 'postgres-exporter', 'cloudnative-pg', 'velero', 'own'])(
    'can read what %s measures',
    (source) => {
      const folder = temporaryFolder();
      const rules = writtenRules('dalp-hot-warm-all', folder, ['--metrics', `postgresql=${source}`]);
      expect(rules.length).toBeGreaterThan(10);
      expect(runProcess('promtool', ['check', 'rules', '--lint-fatal', join(folder, 'rules.yml')]).code).toBe(0);
    },
  );

  test('finds that each alert fires above its threshold and is silent below, and that a lost metric is told', () => {
    const folder = temporaryFolder();
    const rules = writtenRules('dalp-hot-cold', folder);
    writeFileSync(join(folder, 'tests.yml'), stringify(promtoolTests(rules)));
    const { code, stdout, stderr } = runProcess('promtool', ['test', 'rules', join(folder, 'tests.yml')]);
    expect(code, stdout + stderr).toBe(0);
  });

  test('finds a threshold that is off by two minutes', () => {
    const folder = temporaryFolder();
    const rules = writtenRules('dalp-hot-cold', folder);
    const planted = rules.map((rule) => ({ ...rule, expr: rule.expr.replace(/\d+$/, (n) => String(Number(n) + 120)) }));
    writeFileSync(join(folder, 'tests.yml'), stringify(promtoolTests(planted)));
    expect(runProcess('promtool', ['test', 'rules', join(folder, 'tests.yml')]).code).toBe(1);
  });
});

const MINUTE = 60;
const FOR = 5;

/**
 * A test of each rule, on series sampled each minute: an age that grows by a minute each minute, from 10 minutes below the
 * threshold on. It is above after 10 minutes, and the alert fires 5 minutes later, not a minute before.
 */
function promtoolTests(rules: readonly Rule[]): object {
  return {
    rule_files: ['rules.yml'],
    evaluation_interval: '1m',
    tests: rules.map((rule) => {
      const parts = /^(.*) > (\d+)$/.exec(rule.expr);
      const fires = [{ exp_labels: rule.labels, exp_annotations: rule.annotations }];
      if (parts === null) {
        return {
          interval: '1m',
          input_series: [],
          alert_rule_test: [
            { eval_time: '14m', alertname: rule.alert, exp_alerts: [] },
            { eval_time: '16m', alertname: rule.alert, exp_alerts: fires },
          ],
        };
      }
      const [, expression, threshold] = parts;
      const start = Number(threshold) - 10 * MINUTE;
      const metric = /max\(([^)]*)\)/.exec(expression)?.[1] ?? '';
      // The clock of a test begins at 0: a run that ended at −start is as old as that then.
      const values = expression.startsWith('time()') ? `${-start}+0x30` : `${start}+${MINUTE}x30`;
      return {
        interval: '1m',
        input_series: [{ series: metric, values }],
        alert_rule_test: [
          { eval_time: `${10 + FOR}m`, alertname: rule.alert, exp_alerts: [] },
          { eval_time: `${11 + FOR}m`, alertname: rule.alert, exp_alerts: fires },
          { eval_time: `${11 + FOR}m`, alertname: `${rule.alert}Unknown`, exp_alerts: [] },
        ],
      };
    }),
  };
}
