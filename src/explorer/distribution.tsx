import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { metricLabel } from '../report/metric-label.js';
import { shareText } from '../report/share-text.js';
import { durationText } from '../units/duration-text.js';
import type { Drawing, Picture } from './engine/protocol.js';
import type { ExplorerStore } from './explorer-store.js';
import { PictureTable, SvgPicture } from './svg-picture.js';

/** The share of incidents against time; any point of it can be asked for an incident. */
export function Distribution({ store, picture }: { readonly store: ExplorerStore; readonly picture: Picture }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const width = Math.round(contentRect.width);
      if (Math.abs(width - store.width.peek()) > 8) store.width.value = width;
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [store]);
  const { chart } = picture;
  return (
    <figure class="distribution">
      <h2>{chart.title}</h2>
      <div ref={box} class={store.isWorking.value ? 'pointed is-working' : 'pointed'}>
        <SvgPicture chart={chart} />
        <Pointer store={store} chart={chart} />
      </div>
      <PictureTable chart={chart} />
      {picture.drillProblems.map((problem) => (
        <pre key={problem} class="missed">
          {problem}
        </pre>
      ))}
    </figure>
  );
}

/** A line that follows the pointer or the arrow keys along the curve, and tells the incident on which it is put down. */
function Pointer({ store, chart }: { readonly store: ExplorerStore; readonly chart: Drawing }) {
  const share = useSignal<number | undefined>(undefined);
  const { plot, size } = chart;
  const shareAt = (event: MouseEvent): number => {
    const bounds = (event.currentTarget as Element).getBoundingClientRect();
    return shareOf(chart, (event.clientX - bounds.left) / bounds.width);
  };
  const choose = (at: number): void => {
    store.asked.value = { kind: 'quantile', metric: store.metric.value, share: Math.min(1, Math.max(0.0001, at)) };
  };
  const step = (by: number): void => {
    share.value = Math.min(1, Math.max(0.01, Math.round(((share.value ?? 0.5) + by) * 100) / 100));
    choose(share.value);
  };
  const at = share.value;
  const seconds = at === undefined ? undefined : secondsOf(chart, at);
  const words =
    at === undefined
      ? 'Point at the curve'
      : `${shareText(at)} within ${seconds === undefined ? 'no time' : durationText(seconds)}`;
  const percent = (pixels: number, of: number): string => `${(100 * pixels) / of}%`;
  return (
    <div
      class="pointer"
      role="slider"
      tabIndex={0}
      aria-label={`Incident at a share of all, by ${metricLabel(store.metric.value)}`}
      aria-valuemin={1}
      aria-valuemax={100}
      aria-valuenow={Math.round((at ?? 0.5) * 100)}
      aria-valuetext={words}
      style={{
        left: percent(plot.x, size.width),
        top: percent(plot.y, size.height),
        width: percent(plot.width, size.width),
        height: percent(plot.height, size.height),
      }}
      onPointerMove={(event) => (share.value = shareAt(event))}
      onPointerLeave={() => (share.value = undefined)}
      onClick={(event) => choose(shareAt(event))}
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight' || key === 'ArrowUp') step(0.01);
        if (key === 'ArrowLeft' || key === 'ArrowDown') step(-0.01);
        if (key === 'PageUp') step(0.1);
        if (key === 'PageDown') step(-0.1);
      }}
    >
      {at === undefined || seconds === undefined ? null : (
        <span class="line" style={{ left: percent(placeOf(chart, seconds), 1) }}>
          <span class={placeOf(chart, seconds) > 0.6 ? 'words on-left' : 'words'}>{words}: click to see it</span>
        </span>
      )}
    </div>
  );
}

/** The share reached at a place of the axis, from 0 to 1. */
function shareOf({ domain: { from, to }, points }: Drawing, place: number): number {
  const seconds = from * Math.exp(place * Math.log(to / from));
  return points.findLast(({ value }) => value <= seconds)?.share ?? points[0].share;
}

/** The first duration within which the share is reached; undefined where it never is. */
function secondsOf({ points }: Drawing, share: number): number | undefined {
  return points.find((point) => point.share >= share)?.value;
}

function placeOf({ domain: { from, to } }: Drawing, seconds: number): number {
  return Math.log(seconds / from) / Math.log(to / from);
}
