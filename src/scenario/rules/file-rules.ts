import { parseCalendarDate } from '../../units/calendar-date.js';
import { DEFAULT_PERIOD } from '../defaults.js';
import { complain } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import * as wording from '../wording.js';

/** Milestones from which the metrics are computed: no scenario is without them. */
const REQUIRED_MILESTONES = ['service-reopened', 'incident-closed'] as const;

/** What a file must have: a kind of incident, some steps, two milestones, a period that runs forward. */
export function fileRules(data: unknown): Complaint[] {
  const file = isMap(data) ? data : {};
  return [
    ...incidentRules(file),
    ...runbookRules(file),
    ...milestoneRules(file),
    ...periodRules(file),
    ...readinessRules(file),
  ];
}

type FileData = Readonly<Record<string, unknown>>;

function incidentRules({ incidents }: FileData): Complaint[] {
  const isEmpty = incidents === undefined || (isMap(incidents) && Object.keys(incidents).length === 0);
  return isEmpty ? [complain(['incidents'], wording.noIncident())] : [];
}

function runbookRules({ runbook }: FileData): Complaint[] {
  const isEmpty = runbook === undefined || (isMap(runbook) && Object.keys(runbook).length === 0);
  return isEmpty ? [complain(['runbook'], wording.noSteps())] : [];
}

function milestoneRules({ milestones }: FileData): Complaint[] {
  if (milestones === undefined) return [complain(['milestones'], wording.noMilestones(REQUIRED_MILESTONES))];
  if (!isMap(milestones)) return [];
  return REQUIRED_MILESTONES.filter((name) => !(name in milestones)).map((name) =>
    complain(['milestones', name], wording.milestoneMissing()),
  );
}

function periodRules({ period }: FileData): Complaint[] {
  if (!isMap(period)) return [];
  const { from, to } = period;
  return isDay(from) && isDay(to) && to <= from ? [complain(['period', 'to'], wording.periodBackwards())] : [];
}

/** A day on which something is planned is no day on which it was done. */
function readinessRules({ readiness, period }: FileData): Complaint[] {
  if (!isMap(readiness)) return [];
  const given = isMap(period) ? period['from'] : undefined;
  const start = isDay(given) ? given : DEFAULT_PERIOD.from;
  return Object.entries(readiness).flatMap(([name, check]) => {
    const answer = isMap(check) ? check['answer'] : undefined;
    return isDay(answer) && answer > start
      ? [complain(['readiness', name, 'answer'], wording.answerAfterPeriod(start))]
      : [];
  });
}

function isDay(data: unknown): data is string {
  return typeof data === 'string' && parseCalendarDate(data) !== undefined;
}
