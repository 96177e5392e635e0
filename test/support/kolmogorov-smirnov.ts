/**
 * The largest distance between the step curve of a sample and a cumulative curve, seen at the sample's own values. Laws
 * that hold single values with a probability of their own are judged after all ties of a value.
 */
export function kolmogorovDistance(sample: Float64Array, cumulative: (x: number) => number): number {
  const sorted = sample.slice().sort();
  let largest = 0;
  for (let i = 0; i < sorted.length; i++) {
    const isLastOfTies = sorted[i] !== sorted[i + 1];
    if (isLastOfTies) largest = Math.max(largest, Math.abs((i + 1) / sorted.length - cumulative(sorted[i])));
  }
  return largest;
}

/**
 * The distance that a true sample of that size exceeds with at most that probability, whatever the law.
 *
 * @source P. Massart, "The tight constant in the Dvoretzky-Kiefer-Wolfowitz inequality", Annals of Probability 18 (1990).
 */
export function kolmogorovLimit(count: number, falseAlarm: number): number {
  return Math.sqrt(Math.log(2 / falseAlarm) / (2 * count));
}

/**
 * The distance that two true samples of those sizes exceed with at most that probability, whatever their law.
 *
 * @source F. Wei, R. M. Dudley, "Two-sample Dvoretzky-Kiefer-Wolfowitz inequalities", Statistics and Probability Letters 82
 *   (2012), with the constant e, which they prove for equal sizes and any n.
 */
export function twoSampleLimit(one: number, other: number, falseAlarm: number): number {
  return Math.sqrt((Math.log(Math.E / falseAlarm) * (1 / one + 1 / other)) / 2);
}
