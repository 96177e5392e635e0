import { countText } from '../report/count-text.js';
import { instantText } from '../report/instant-text.js';
import { metricLabel } from '../report/metric-label.js';
import { durationText } from '../units/duration-text.js';
import type { ToldIncident } from './engine/protocol.js';
import type { ExplorerStore } from './explorer-store.js';
import { PictureTable, SvgPicture } from './svg-picture.js';
import { WaitList } from './wait-list.js';

const CHOICES = [
  { words: 'A typical one', share: 0.5 },
  { words: 'A bad one', share: 0.95 },
] as const;

/** One incident from the strike to its end: when each step waited, worked, failed and ended, and what it was restored from. */
export function IncidentTimeline({ store }: { readonly store: ExplorerStore }) {
  const told = store.incident.value;
  const isAnyLost = (store.picture.value?.summary.metrics.rto.unrecoverable ?? 0) > 0;
  return (
    <section class="incident" aria-label="Incident">
      <h2>One incident</h2>
      <p class="group">
        {CHOICES.map(({ words, share }) => (
          <button
            key={share}
            type="button"
            onClick={() => (store.asked.value = { kind: 'quantile', metric: store.metric.value, share })}
          >
            {words}
          </button>
        ))}
        <button
          type="button"
          onClick={() =>
            (store.asked.value = { kind: 'quantile', metric: isAnyLost ? 'rto' : store.metric.value, share: 1 })
          }
        >
          {isAnyLost ? 'A lost one' : 'The worst'}
        </button>
        <Neighbours store={store} incident={told?.trace.incident} />
      </p>
      {told === undefined ? <p class="soft">It is told when the run has come to its end.</p> : <Told told={told} />}
    </section>
  );
}

function Neighbours({ store, incident }: { readonly store: ExplorerStore; readonly incident: number | undefined }) {
  const go = (by: number): void =>
    void (store.asked.value = { kind: 'number', incident: Math.max(0, (incident ?? 0) + by) });
  return (
    <>
      <button type="button" disabled={incident === undefined || incident === 0} onClick={() => go(-1)}>
        Previous
      </button>
      <button type="button" disabled={incident === undefined} onClick={() => go(1)}>
        Next
      </button>
    </>
  );
}

function Told({ told: { trace, chart } }: { readonly told: ToldIncident }) {
  const { incident, kind, strikesAt, timezone, metrics, surfaces, decisions } = trace;
  return (
    <>
      <p>
        Incident {countText(incident)}, <b>{kind}</b>, strikes at {instantText(strikesAt, timezone)}.{' '}
        {metrics
          .filter(({ name }) => !name.startsWith('rpo.'))
          .map(({ name, seconds }) => `${metricLabel(name)} ${seconds === null ? 'never' : durationText(seconds)}`)
          .join(', ')}
        .
      </p>
      <ul class="surfaces">
        {surfaces.map(({ name, rpoSeconds, from }) => (
          <li key={name}>
            <b>{name}</b>:{' '}
            {rpoSeconds === null ? (
              <span class="missed">nothing usable is left</span>
            ) : (
              `${durationText(rpoSeconds)} old`
            )}
            {from === '' ? '' : `; ${from}`}
          </li>
        ))}
        {decisions.map(({ name, alternative, waitedSeconds }) => (
          <li key={`decision ${name}`}>
            <b>{name}</b>: {alternative}
            {waitedSeconds === 0 ? '' : `, after waiting ${durationText(waitedSeconds)} for the provider`}
          </li>
        ))}
      </ul>
      <WaitList steps={trace.steps} />
      <SvgPicture chart={chart} />
      <p class="legend">
        <span class="critical">critical path</span> <span class="beside">other work</span>{' '}
        <span class="waited">waiting</span> <span class="failed">failed</span>
        <br />
        Left of the strike: <span class="critical">restored, with its log</span>{' '}
        <span class="beside">could have been restored</span> <span class="waited">not copied off yet, or lost</span>{' '}
        <span class="failed">of no use</span>
      </p>
      <PictureTable chart={chart} />
    </>
  );
}
