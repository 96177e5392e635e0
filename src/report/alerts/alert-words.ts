import type { Alert, AlertsReport } from '../../study/alerts/alerts-report.js';
import { durationText, limitText } from '../../units/duration-text.js';
import { moneyText } from '../money-text.js';

/** What an alert says when it fires: `no log archived for 22.8h`. */
export function alertSummary({ signal, threshold }: Pick<Alert, 'signal' | 'threshold'>): string {
  const age = durationText(threshold);
  switch (signal) {
    case 'backup-age':
      return `newest backup older than ${age}`;
    case 'copy-age':
      return `newest copy older than ${age}`;
    case 'log-archive-age':
      return `no log archived for ${age}`;
    case 'replica-lag':
      return `replica behind by more than ${age}`;
    case 'restore-test-age':
      return `last restore test older than ${age}`;
    default:
      return signal satisfies never;
  }
}

/** Why the threshold lies where it does, in sentences. */
export function thresholdWords(alert: Alert, report: AlertsReport): string {
  const { boundBy, limit, healthy } = alert;
  const off = `${durationText(alert.mends)} until it is mended and ${limitText(report.hold)} of holding`;
  const usual = healthy === null ? '' : `with nothing wrong it is below ${durationText(healthy)}`;
  switch (boundBy) {
    case 'objective':
      return `${limitWords(alert, report)}; less ${alert.mends === 0 ? `${limitText(report.hold)} of holding` : off}.`;
    case 'healthy':
      return `${limitWords(alert, report)}, but less ${off} it would cry wolf: ${usual}. People have less time.`;
    case 'hopeless':
      return (
        `By itself this copy does not keep the objective: ${usual}, and the limit is ` +
        `${limit > 0 ? durationText(limit) : 'none at all'}. The alert only says that something is wrong with it.`
      );
    default:
      return boundBy satisfies never;
  }
}

function limitWords({ limit, limitBy }: Alert, { objective }: AlertsReport): string {
  const age = durationText(Math.max(limit, 0));
  switch (limitBy) {
    case 'rpo':
      return `Up to ${age} the objective of ${limitText(objective.limit)} is kept`;
    case 'log-keep':
      return `Beyond ${age} the log is no longer kept that would roll the newest backup forward`;
    case 'log-replay':
      return `Beyond ${age} reading the log alone takes all of the RTO`;
    case 'silently-unrestorable':
      return `Beyond ${age} backups have become bad with all the probability that the objective leaves`;
    default:
      return limitBy satisfies never;
  }
}

/** What an incident would cost that strikes when the alert fires. */
export function expectedLossWords(alert: Alert, { objective, dataLossPrice }: AlertsReport): string {
  const allowed = limitText(objective.limit);
  switch (alert.limitBy) {
    case 'rpo': {
      const seconds = objective.limit - alert.limit + alert.threshold;
      const price =
        dataLossPrice === null
          ? ''
          : ` (${moneyText((seconds / 3600) * dataLossPrice.perHour)} ${dataLossPrice.currency})`;
      return `an incident that strikes now loses ${durationText(seconds)} of data${price}; the objective is ${allowed}`;
    }
    case 'log-keep':
      return `without a newer backup the log becomes useless, and an incident loses all that is younger than the backup`;
    case 'log-replay':
      return `without a newer backup, reading the log takes longer than the objective on RTO`;
    case 'silently-unrestorable':
      return `every backup of the last ${allowed} may be bad, and nobody would know before the restore`;
    default:
      return alert.limitBy satisfies never;
  }
}

/** How the alert did in the incidents that were played, in a sentence. */
export function timelinessWords({ hurt, inTime, fired, warning }: Alert, count: (value: number) => string): string {
  if (inTime === null || fired === null) {
    return `None of ${count(hurt.of)} incidents was hurt by something that had gone wrong unnoticed.`;
  }
  const before =
    warning === null ? 'it never fired' : `it fired ${durationText(warning.p50)} before the strike in half of them`;
  return (
    `${count(hurt.count)} of ${count(hurt.of)} incidents were hurt by something that had gone wrong unnoticed. The alert ` +
    `came in time in ${count(inTime.count)} of them; ${before}.`
  );
}
