import { useSignal } from '@preact/signals';

const STOPS = [
  'On the left is your plan. Move a slider: the answer is played again, with the same incidents and the same luck.',
  'On the right is how often you would be back within a time. Click the curve, or walk along it with the arrow keys, to see such an incident from the strike to the end.',
  'Pin the plan as it is, and go on changing it: what you pinned stays behind as a dashed line, and the difference is told incident by incident.',
  'Whatever you change is in the text of the scenario, with its comments, and in the address of the page. Nothing leaves your browser.',
] as const;

/** A short way round for who is here for the first time. */
export function Tour() {
  const stop = useSignal<number | undefined>(undefined);
  const at = stop.value;
  if (at === undefined) {
    return (
      <p class="tour-door">
        <button type="button" class="quiet" onClick={() => (stop.value = 0)}>
          First time here? A tour in four steps
        </button>
      </p>
    );
  }
  return (
    <section class="tour" aria-label="Tour">
      <p aria-live="polite">
        <b>
          {at + 1} of {STOPS.length}.
        </b>{' '}
        {STOPS[at]}
      </p>
      <button type="button" disabled={at === 0} onClick={() => (stop.value = at - 1)}>
        Back
      </button>
      <button type="button" onClick={() => (stop.value = at === STOPS.length - 1 ? undefined : at + 1)}>
        {at === STOPS.length - 1 ? 'Done' : 'Next'}
      </button>
    </section>
  );
}
