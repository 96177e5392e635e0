import { UNHARMED } from '../../plan/disaster-plan.js';
import type { Plan } from '../../plan/plan.js';
import { HISTORY_REACH } from '../../plan/retention.js';
import { BLOCK_INCIDENTS, BlockDraws } from '../../simulation/block-draws.js';
import type { BackupsBeforeStrike, CopyHistory } from '../../simulation/copy-history.js';
import { drawnHistories } from '../../simulation/drawn-histories.js';
import { drawStrike } from '../../simulation/incident-lot.js';
import { Strike } from '../../simulation/strike.js';
import { secondsSinceTest } from '../../simulation/tests-before-strike.js';
import type { WatchedSignal } from './watched-signal.js';

/** What a signal was when an incident struck, and what had become of its copy. Overwritten by each incident. */
export interface PlayedSignal {
  /** Seconds; where there is no copy at all, as far as histories reach. */
  value: number;
  /** Something had gone wrong: a run had failed, archiving or replication had stopped, the backup was bad. */
  isWrong: boolean;
  /** Seconds of data that the copy alone would have lost; Infinity when it held nothing. */
  loss: number;
  /** The same of the best other copy that was left. */
  otherLoss: number;
  /** The incident takes what is live, and leaves the copy. */
  isNeeded: boolean;
}

/**
 * Plays what the signals of a plan are at the instants at which incidents strike, with the luck that the same incidents
 * have in every other command. Only the strike is played and not the recovery; what a strike corrupted before it was
 * noticed is left out, because no backup is to blame for that.
 */
export class SignalPlayer {
  /** One per watched signal, in their order. */
  readonly played: readonly PlayedSignal[];
  readonly #plan: Plan;
  readonly #watched: readonly WatchedSignal[];
  readonly #draws: BlockDraws;
  readonly #strike: Strike;
  readonly #histories: readonly (readonly CopyHistory[])[];
  /** Loss by surface and copy in the incident at hand. */
  readonly #losses: readonly Float64Array[];
  #block = -1;

  constructor(plan: Plan, seed: number, watched: readonly WatchedSignal[]) {
    this.#plan = plan;
    this.#watched = watched;
    this.#draws = new BlockDraws(plan.columns, seed);
    this.#strike = new Strike(plan.kinds[0], this.#draws);
    this.#histories = drawnHistories(plan, seed);
    this.#losses = plan.surfaces.map(({ copies }) => new Float64Array(copies.length));
    this.played = watched.map(() => ({ value: 0, isWrong: false, loss: 0, otherLoss: Infinity, isNeeded: false }));
  }

  /** Plays one incident into `played`; those of one block are quickest in a row. */
  play(incident: number): void {
    this.#begin(incident);
    for (const [surface, { isDataBearing, copies }] of this.#plan.surfaces.entries()) {
      if (!isDataBearing) continue;
      for (let copy = 0; copy < copies.length; copy++) this.#losses[surface][copy] = this.#look(surface, copy);
    }
    for (const [i, watched] of this.#watched.entries()) {
      const played = this.played[i];
      const { surface, copy } = watched;
      played.loss = this.#losses[surface][copy];
      played.isNeeded = this.#strike.kind.live[surface] !== UNHARMED && this.#isLeft(surface, copy);
      played.otherLoss = this.#bestOther(surface, copy);
      this.#read(watched, played);
    }
  }

  #begin(incident: number): void {
    const block = Math.floor(incident / BLOCK_INCIDENTS);
    if (block !== this.#block) {
      this.#draws.draw(block);
      this.#block = block;
    }
    const strike = this.#strike;
    strike.incident = incident;
    strike.row = incident - block * BLOCK_INCIDENTS;
    drawStrike(this.#plan, strike);
    strike.corruptedFrom = strike.onset = strike.at;
  }

  #isLeft(surface: number, copy: number): boolean {
    return this.#strike.kind.copies[surface][copy] === UNHARMED;
  }

  /** Loss of one copy; none for one that does not age. */
  #look(surface: number, copy: number): number {
    const strike = this.#strike;
    const history = this.#histories[surface][copy];
    if (history === undefined) return 0;
    strike.isStanding = strike.kind.isStanding[surface] === 1;
    return history.begin(strike, strike.kind.logs[surface][copy] === UNHARMED)
      ? strike.at - history.recoveryPoint
      : Infinity;
  }

  #bestOther(surface: number, copy: number): number {
    const losses = this.#losses[surface];
    let best = Infinity;
    for (let other = 0; other < losses.length; other++) {
      if (other !== copy && this.#isLeft(surface, other)) best = Math.min(best, losses[other]);
    }
    return best;
  }

  /** A restore test is read last of the signals of its copy: to find what is good behind what is bad gives backups up. */
  #read({ kind, surface, copy }: WatchedSignal, played: PlayedSignal): void {
    const strike = this.#strike;
    const history = this.#histories[surface][copy];
    switch (history?.kind) {
      case 'backup':
        if (kind === 'log-archive-age') this.#readLog(history, surface, played);
        else if (kind === 'restore-test-age') this.#readTest(history, played);
        else {
          played.value = Number.isNaN(history.end) ? history.plan.horizon : strike.at - history.end;
          played.isWrong = history.failedRuns > 0 || Number.isNaN(history.end);
        }
        return;
      case 'replication':
        played.value = Math.min(played.loss, HISTORY_REACH);
        played.isWrong = history.failedRuns > 0 || Number.isNaN(history.recoveryPoint);
        return;
      case 'replica':
        // One that keeps changes back is never less behind than that, as its lag is measured.
        played.value = Math.max(played.loss, history.plan.delay);
        played.isWrong = history.brokenFor > 0;
        return;
      default:
        throw new Error('SignalPlayer: what does not age has no signal');
    }
  }

  /** From the arrival of the newest segment; its boundary is older by the lag. */
  #readLog({ log }: BackupsBeforeStrike, surface: number, played: PlayedSignal): void {
    if (log === undefined) throw new Error(`SignalPlayer: surface ${surface} has no log`);
    const { lagColumn } = log.plan;
    const lag = lagColumn < 0 ? 0 : this.#strike.drawn(lagColumn);
    played.value = this.#strike.at - log.newestBoundary - lag;
    played.isWrong = log.brokenFor > 0;
  }

  #readTest(history: BackupsBeforeStrike, played: PlayedSignal): void {
    const { silentlyUnrestorable } = history.plan;
    if (silentlyUnrestorable === undefined) throw new Error('SignalPlayer: there are no restore tests');
    played.value = secondsSinceTest(silentlyUnrestorable, this.#strike);
    played.isWrong = !Number.isNaN(history.recoveryPoint) && history.isBad();
    if (!played.isWrong) return;
    while (!Number.isNaN(history.recoveryPoint) && history.isBad()) history.chooseOlder();
    played.loss = Number.isNaN(history.recoveryPoint) ? Infinity : this.#strike.at - history.recoveryPoint;
  }
}
