import { DAY, HOUR, MINUTE } from '../../units/quantity.js';

/** From here on days are said, not hours. */
const FIRST_DAYS = 3 * DAY;

/** What is as long as `from` is said in steps of `step`: what is smaller than a hundredth, more or less, is not said. */
const GRAINS = [
  { from: 100 * DAY, step: DAY },
  { from: DAY, step: HOUR },
  { from: HOUR, step: MINUTE },
  { from: MINUTE, step: 1 },
];

/**
 * A time as people write it, in parts that go down: `250ms`, `1.5s`, `7m12s`, `36h`, `3d12h`.
 *
 * @param seconds above 0.
 * @param digits that are significant. With three, as many parts as people say; with more, all that is there.
 */
export function timeText(seconds: number, digits = 3): string {
  const isExact = digits > 3;
  const step = isExact ? undefined : GRAINS.find(({ from }) => seconds >= from)?.step;
  const rounded = step === undefined ? Number(seconds.toPrecision(digits)) : Math.round(seconds / step) * step;
  if (rounded < 1) return `${Number((rounded * 1000).toPrecision(digits))}ms`;
  if (rounded < MINUTE) return `${rounded}s`;
  const inDays = rounded >= FIRST_DAYS || rounded % DAY === 0;
  const units = [
    ...(inDays ? [{ name: 'd', length: DAY }] : []),
    ...[
      { name: 'h', length: HOUR },
      { name: 'm', length: MINUTE },
    ],
  ];
  let rest = rounded;
  let text = '';
  for (const { name, length } of units) {
    const count = Math.floor(rest / length);
    if (count > 0) text += `${count}${name}`;
    rest -= count * length;
  }
  const left = Number(rest.toFixed(6));
  return left > 0 ? `${text}${left}s` : text;
}
