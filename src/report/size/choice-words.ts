import type { Requirement } from '../../study/check/requirement.js';
import type { Obstacle } from '../../study/size/obstacles.js';
import { WORTH_NAMING } from '../../study/size/frontier.js';
import type { CandidateInDraws, SizingUncertainty } from '../../study/size/choice-in-draws.js';
import type { Candidate, Neighbours, Sizing } from '../../study/size/sizing.js';
import { countText } from '../count-text.js';
import { moneyText } from '../money-text.js';
import { printable } from '../printable.js';
import { shareText } from '../share-text.js';
import { combinationWords, foundWords, namedCombination, p95Words } from './sizing-words.js';

/** The choice in sentences, what stands around it, and what is open: a paragraph each. */
export function choiceWords(sizing: Sizing, requirements: readonly Requirement[]): readonly string[] {
  const { chosen, candidates, neighbours } = sizing;
  if (chosen === null || neighbours === null) return [noneWords(sizing), ...obstacleWords(sizing, requirements)];
  return [
    chosenWords(sizing, candidates[chosen]),
    ...knownWords(sizing),
    ...openWords(sizing),
    bindingWords(sizing, neighbours),
    ...cheaperWords(sizing, neighbours, requirements),
    ...betterWords(sizing, candidates[chosen], neighbours),
  ];
}

function chosenWords(sizing: Sizing, best: Candidate): string {
  const { gap, currency, minimise, tolerance } = sizing;
  const price = `${moneyText(best.costPerYear.value)} ${printable(currency)} a year`;
  const least = minimise === null ? 'no other that does' : 'no other with as little that does';
  const beyond = gap !== null && gap > tolerance * best.costPerYear.value ? ', which is beyond the tolerance' : '';
  const dearer =
    gap === null || gap === 0
      ? `${least} is cheaper`
      : `${least} is cheaper by more than ${moneyText(gap)} a year${beyond}`;
  return `Choose ${namedCombination(sizing, best)}: ${price}. It keeps all that is asked, and ${dearer}.`;
}

/** Whether the choice hangs on what is not known of the inputs. */
function knownWords({ uncertainty, requirements, draws, candidates }: Sizing): readonly string[] {
  if (uncertainty === null)
    return draws === 0 ? ['The inputs were taken as they are written: no draws were played.'] : [];
  const [choice] = uncertainty.candidates;
  const cheaper = uncertainty.candidates.at(1);
  const told = choice.kept.flatMap((share, index) => (share === null ? [] : [{ share, text: requirements[index] }]));
  if (told.length === 0)
    return ['What is asked is of a kind that draws of the inputs do not tell of: money, one surface, one kind.'];
  const least = told.reduce((worst, each) => (each.share < worst.share ? each : worst));
  const draw = `${shareText(least.share)} of ${countText(uncertainty.draws)} draws of ${countText(choice.inputs)} uncertain inputs`;
  const own =
    choice.verdict === 'met'
      ? `What is not known of the inputs does not put this in doubt: ${printable(least.text)} is kept in ${draw}.`
      : `The choice hangs on what is not known of the inputs: ${printable(least.text)} is kept in ${draw} only. ` +
        'More incidents do not tell, only a drill can ("drillcast drills next").';
  return [
    own,
    ...(cheaper === undefined
      ? []
      : cheaperInDraws(cheaper, candidates[cheaper.candidate], { uncertainty, requirements })),
  ];
}

function cheaperInDraws(
  { kept, verdict }: CandidateInDraws,
  { verdict: asWritten }: Candidate,
  { uncertainty, requirements }: { readonly uncertainty: SizingUncertainty; readonly requirements: readonly string[] },
): readonly string[] {
  // One that keeps all as written is dearer by what is to be small, and has nothing to show here.
  if (verdict === 'missed' || asWritten === 'met') return [];
  const told = kept.flatMap((share, index) => (share === null ? [] : [{ share, text: requirements[index] }]));
  if (told.length === 0) return [];
  const least = told.reduce((worst, each) => (each.share < worst.share ? each : worst));
  return [
    `The next cheaper one may be enough: as its inputs may truly be, ${printable(least.text)} is kept in ` +
      `${shareText(least.share)} of ${countText(uncertainty.draws)} draws.`,
  ];
}

/** Combinations that may be better, and of which it is not known whether they keep what is asked. */
function openWords(sizing: Sizing): readonly string[] {
  const open = sizing.candidates.filter(({ standing, verdict }) => standing === 'contender' && verdict === 'undecided');
  if (open.length === 0) return [];
  const names = open.slice(0, 3).map((each) => combinationWords(sizing, each));
  const more = open.length > names.length ? ` and ${countText(open.length - names.length)} more` : '';
  const ones = `${names.join('; ')}${more}`;
  // What is within the tolerance does not keep a choice from being settled.
  if (sizing.end === 'settled') return [`Undecided, and cheaper by less than the tolerance if at all: ${ones}.`];
  const better = sizing.minimise === null ? 'cheaper' : 'better';
  return [`Undecided, and perhaps ${better}: ${ones}. Run more incidents to tell.`];
}

function bindingWords({ requirements }: Sizing, { notKept, cheaperOnes }: Neighbours): string {
  if (cheaperOnes === 0) return 'Nothing cheaper was asked about: nothing that is to be kept makes it dearer.';
  const most = Math.max(...notKept);
  if (most === 0) return 'Cheaper ones keep all as well, but have more of what is to be small.';
  const binding = printable(requirements[notKept.indexOf(most)]);
  return `What binds is ${binding}: ${keptWords(most, cheaperOnes)} certainly keeps it.`;
}

/** How many of the cheaper ones keep what most of them do not. */
function keptWords(notKept: number, cheaperOnes: number): string {
  const ones = `${countText(cheaperOnes)} cheaper ${cheaperOnes === 1 ? 'combination' : 'combinations'}`;
  if (notKept < cheaperOnes) return `only ${countText(cheaperOnes - notKept)} of the ${ones}`;
  return cheaperOnes === 1 ? 'not even the one that is cheaper' : `none of the ${ones}`;
}

function cheaperWords(
  sizing: Sizing,
  { cheaper }: Neighbours,
  requirements: readonly Requirement[],
): readonly string[] {
  const { candidates, chosen, currency } = sizing;
  if (cheaper === null || chosen === null) return [];
  const next = candidates[cheaper];
  const saved = -(next.dearerBy?.value ?? 0);
  const failed = next.findings.flatMap((finding, i) =>
    finding.verdict === 'met'
      ? []
      : [`${printable(requirements[i].text)} is ${finding.verdict} with ${foundWords(finding, requirements[i])}`],
  );
  const but = failed.length === 0 ? '' : `; ${failed.join(', ')}`;
  return [
    `The next cheaper, ${combinationWords(sizing, next)}, saves ${moneyText(saved)} ${printable(currency)} a year${but}.`,
  ];
}

function betterWords(sizing: Sizing, own: Candidate, { better }: Neighbours): readonly string[] {
  if (better === null) return ['Nothing dearer that was asked about reopens sooner or loses less.'];
  const next = sizing.candidates[better];
  const more = next.dearerBy?.value ?? 0;
  const gains = (['rto', 'rpo'] as const).flatMap((metric) => {
    const [before, after] = [own.p95[metric].value ?? Infinity, next.p95[metric].value ?? Infinity];
    if (after >= before * (1 - WORTH_NAMING)) return [];
    return [`${metric.toUpperCase()} ${p95Words(next.p95[metric])} instead of ${p95Words(own.p95[metric])}`];
  });
  return [
    `The next better, ${combinationWords(sizing, next)}, costs ${moneyText(more)} ${printable(sizing.currency)} more ` +
      `a year: P95 of ${gains.join(', of ')}.`,
  ];
}

function noneWords({ obstacles, candidates, end }: Sizing): string {
  const isOpen = candidates.some(({ verdict }) => verdict === 'undecided');
  const more = isOpen && end !== 'settled' ? ' Of some it is undecided: run more incidents to tell.' : '';
  if (obstacles.length > 0) return `No combination can be said to keep all that is asked.${more}`;
  return `Each requirement is kept by some combination, and no combination keeps all of them at once.${more}`;
}

function obstacleWords(sizing: Sizing, requirements: readonly Requirement[]): readonly string[] {
  return sizing.obstacles.map((obstacle) => obstacleOf(sizing, obstacle, requirements[obstacle.requirement]));
}

function obstacleOf(sizing: Sizing, { requirement, nearest, standsInTheWay }: Obstacle, asked: Requirement): string {
  const text = printable(asked.text);
  if (nearest === null) return `${text} is kept by none, and none has a number for it.`;
  const candidate = sizing.candidates[nearest];
  const found = foundWords(candidate.findings[requirement], asked);
  const parts = standsInTheWay.map(({ kind, name, share }) => {
    const what = kind === 'people' ? `waiting for ${printable(name)}` : printable(name);
    return `${what} ${shareText(share)}`;
  });
  const way = parts.length === 0 ? '' : ` Its worst 5% are made of: ${parts.join(', ')}.`;
  return `${text} is kept by none. ${namedCombination(sizing, candidate)} comes nearest, with ${found}.${way}`;
}
