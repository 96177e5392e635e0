/** Backups played forward day by day and pruned after each run: what `retainedBackups` says looking back, by other means. */

const HOUR = 3600;
const DAY = 86_400;

/** What the backups of a scenario are, as `backupsYaml` writes them. */
export interface ForwardCase {
  readonly timezone: string;
  /** Local hour of the full, and the days of the week on which it runs, 0 for Sunday. */
  readonly hour: number;
  readonly weekdays: readonly number[];
  /** Local hour of a daily differential; absent when there is none. */
  readonly differentialHour?: number;
  /** Seconds from one incremental to the next; absent when there is none. */
  readonly incrementalEvery?: number;
  /** Seconds that a full and what builds on it take, and until they are copied off. */
  readonly fullTakes: number;
  readonly laterTakes: number;
  readonly copiedAfter: number;
  readonly overlap: 'allow' | 'skip' | 'queue';
  readonly keep: Readonly<Record<string, number>>;
  /** In percent. */
  readonly succeeds: number;
}

interface Played {
  readonly level: 'full' | 'differential' | 'incremental';
  readonly begun: number;
  readonly ended: number;
  readonly usableFrom: number;
  readonly parent: Played | undefined;
}

/** A backup that exists, with the rules that keep it. */
export interface ForwardBackup {
  readonly level: string;
  readonly begun: number;
  readonly keptBy: readonly string[];
}

/** The scenario of a case. */
export function backupsYaml(given: ForwardCase): string {
  const rules = Object.entries(given.keep).map(([rule, amount]) => `${rule}: ${amount}${rule === 'age' ? 's' : ''}`);
  const later = `takes: ${given.laterTakes}s, copied-after: ${given.copiedAfter}s`;
  return `
drillcast: 1
name: forward
timezone: ${given.timezone}
period: { from: 2026-01-05, to: 2026-01-12 }
incidents: { loss: {} }
surfaces:
  db:
    base-backup:
      schedule: 0 ${given.hour} * * ${given.weekdays.join(',')}
      takes: ${given.fullTakes}s
      succeeds: ${given.succeeds}%
      copied-after: ${given.copiedAfter}s
      keep: { ${rules.join(', ')} }
      overlap: ${given.overlap}
      ${given.differentialHour === undefined ? '' : `differential: { schedule: 0 ${given.differentialHour} * * *, ${later} }`}
      ${given.incrementalEvery === undefined ? '' : `incremental: { schedule: every ${given.incrementalEvery}s, ${later} }`}
runbook: { last: { restores: db, takes: 1h } }
milestones: { service-reopened: last, incident-closed: last }`;
}

/** The backups that exist at an instant, the newest first. */
export function forwardBackups(given: ForwardCase, at: number): readonly ForwardBackup[] {
  const played = playRuns(given, { from: at - ('yearly' in given.keep ? 800 : 470) * DAY, to: at });
  const arrived = played.filter(({ usableFrom }) => usableFrom <= at);
  const fulls = arrived.filter(({ level }) => level === 'full').sort((a, b) => a.usableFrom - b.usableFrom);
  let kept: { full: Played; rules: readonly string[] }[] = [];
  const prune = (now: number, candidates: readonly Played[]): void => {
    kept = candidates.map((full) => ({ full, rules: rulesFor(full, candidates, now, given) }));
    kept = kept.filter(({ rules }) => rules.length > 0);
  };
  for (const full of fulls) prune(full.usableFrom, [...kept.map((each) => each.full), full]);
  prune(
    at,
    kept.map((each) => each.full),
  );
  const rootOf = (run: Played): Played | undefined => {
    if (run.usableFrom > at) return undefined;
    if (run.level === 'full') return run;
    return run.parent && rootOf(run.parent);
  };
  return arrived
    .flatMap((run) => {
      const root = rootOf(run);
      const found = kept.find(({ full }) => full === root);
      return found === undefined ? [] : [{ level: run.level, begun: run.begun, keptBy: found.rules }];
    })
    .sort((a, b) => b.begun - a.begun);
}

function rulesFor(full: Played, all: readonly Played[], now: number, { keep, timezone }: ForwardCase): string[] {
  const newestFirst = [...all].sort((a, b) => b.begun - a.begun);
  const isYoung = !('age' in keep) || now - full.begun <= keep.age;
  const isAmongNewest = !('count' in keep) || newestFirst.indexOf(full) < keep.count;
  const plain = ['age', 'count'].filter((rule) => rule in keep);
  const rules = isYoung && isAmongNewest ? plain : [];
  const calendar = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'].filter((rule) => rule in keep);
  return [
    ...rules,
    ...calendar.filter((rule) => {
      const newestOf = new Map<string, Played>();
      for (const each of newestFirst) {
        const label = spanLabel(rule, each.begun, timezone);
        if (!newestOf.has(label)) newestOf.set(label, each);
      }
      return [...newestOf.values()].slice(0, keep[rule]).includes(full);
    }),
  ];
}

/** The hour, day, week, month or year of an instant in words, by the clock of the platform. */
function spanLabel(rule: string, at: number, timezone: string): string {
  const local = localText(at, timezone);
  if (rule === 'weekly') {
    const noon = new Date(`${local.slice(0, 10)}T12:00:00Z`);
    const monday = new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * DAY * 1000);
    return monday.toISOString().slice(0, 10);
  }
  return local.slice(0, { hourly: 13, daily: 10, monthly: 7, yearly: 4 }[rule]);
}

/** `2026-01-05 04:00:00` on the wall of a time zone. */
function localText(at: number, timezone: string): string {
  let clock = clocks.get(timezone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(timezone, clock);
  }
  return clock.format(at * 1000);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Every run in the order in which they are due, each with the run that it builds on. */
function playRuns(given: ForwardCase, span: { readonly from: number; readonly to: number }): readonly Played[] {
  const due = new Map<number, Played['level']>();
  const add = (level: Played['level'], at: number): void => {
    if (at >= span.from && at <= span.to && !due.has(at)) due.set(at, level);
  };
  for (let noon = Math.floor(span.from / DAY) * DAY + 12 * HOUR; noon <= span.to + DAY; noon += DAY) {
    const day = new Date(noon * 1000).toISOString().slice(0, 10);
    if (given.weekdays.includes(new Date(noon * 1000).getUTCDay())) {
      add('full', instantAt(day, given.hour, given.timezone));
    }
  }
  for (let noon = Math.floor(span.from / DAY) * DAY + 12 * HOUR; noon <= span.to + DAY; noon += DAY) {
    const day = new Date(noon * 1000).toISOString().slice(0, 10);
    if (given.differentialHour !== undefined) {
      add('differential', instantAt(day, given.differentialHour, given.timezone));
    }
  }
  const every = given.incrementalEvery;
  if (every !== undefined)
    for (let at = Math.ceil(span.from / every) * every; at <= span.to; at += every) add('incremental', at);
  const fulls: Played[] = [];
  const others: Played[] = [];
  let busyUntil = -Infinity;
  for (const [at, level] of [...due].sort(([a], [b]) => a - b)) {
    if (given.overlap === 'skip' && busyUntil > at) continue;
    const begun = given.overlap === 'queue' ? Math.max(at, busyUntil) : at;
    const ended = begun + (level === 'full' ? given.fullTakes : given.laterTakes);
    busyUntil = ended;
    const full = fulls.findLast((run) => run.ended <= begun);
    const over = others.slice(-60).filter((run) => run.ended <= begun);
    const later = over.findLast((run) => full !== undefined && run.begun >= full.ended);
    const parent = level === 'full' ? undefined : level === 'differential' ? full : (later ?? full);
    (level === 'full' ? fulls : others).push({ level, begun, ended, usableFrom: ended + given.copiedAfter, parent });
  }
  return [...fulls, ...others].filter((run) => run.begun <= span.to).sort((a, b) => a.begun - b.begun);
}

/** The instant of a full local hour that exists on that day. */
function instantAt(day: string, hour: number, timezone: string): number {
  const wanted = `${day} ${String(hour).padStart(2, '0')}:00:00`;
  const asUtc = Date.parse(`${wanted.replace(' ', 'T')}Z`) / 1000;
  for (let offset = -14; offset <= 14; offset++) {
    if (localText(asUtc - offset * HOUR, timezone) === wanted) return asUtc - offset * HOUR;
  }
  throw new Error(`${wanted} is no time in ${timezone}`);
}
