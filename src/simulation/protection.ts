import { CUT_OFF, LOST, UNHARMED } from '../plan/disaster-plan.js';
import type { Plan, SurfacePlan } from '../plan/plan.js';
import type { CopyHistory } from './copy-history.js';
import type { EarlierDamage } from './earlier-damage.js';
import type { Strike } from './strike.js';

/** No copy is chosen: the surface is as it was, or nothing usable is left. */
export const NO_COPY = -1;

/** What an incident left of every surface, the copies that are usable, and what each surface would be recovered to. */
export class Protection {
  /** Loss of each surface as things stand, in seconds: 0 for one that does not age, NaN for one with no copy. */
  readonly surfaceLoss: Float64Array;
  /** Largest loss over the data-bearing surfaces, in seconds. */
  loss = 0;
  /** 1 for each surface that has to be recovered. */
  readonly isHit: Uint8Array;
  /** Index of the copy that each surface is recovered from; NO_COPY for none. */
  readonly chosen: Int32Array;
  /** What is left of each copy, by surface and copy. */
  readonly left: readonly Uint8Array[];
  /** By surface and copy. */
  readonly histories: readonly (readonly CopyHistory[])[];

  readonly #surfaces: readonly SurfacePlan[];
  readonly #order: Int32Array;
  readonly #earlier: EarlierDamage | undefined;
  #strike: Strike | undefined;
  #isProviderBack = false;

  /** @param earlier what other incidents have left; undefined when each is by itself. */
  constructor(
    { surfaces, readingOrder }: Pick<Plan, 'surfaces' | 'readingOrder'>,
    histories: readonly (readonly CopyHistory[])[],
    earlier?: EarlierDamage,
  ) {
    this.#surfaces = surfaces;
    this.#order = readingOrder;
    this.#earlier = earlier;
    this.surfaceLoss = new Float64Array(surfaces.length);
    this.isHit = new Uint8Array(surfaces.length);
    this.chosen = new Int32Array(surfaces.length);
    this.left = surfaces.map(({ copies }) => new Uint8Array(copies.length));
    this.histories = histories;
  }

  /**
   * Finds what is left and the recovery point of every surface; false when there is no recovery for a data-bearing one.
   * Another surface without a copy is lost too, but the platform can live without its past.
   */
  begin(strike: Strike): boolean {
    this.#strike = strike;
    this.#isProviderBack = false;
    for (let i = 0; i < this.#order.length; i++) this.#beginSurface(this.#order[i], strike);
    this.#sumUp();
    return !this.isHopeless;
  }

  /** Whether nothing that a data-bearing surface could be recovered from is left, nor will come back with a provider. */
  get isHopeless(): boolean {
    if (!Number.isNaN(this.loss)) return false;
    for (let surface = 0; surface < this.#surfaces.length; surface++) {
      if (this.isAwaited(surface) && !this.#comesBack(surface)) return true;
    }
    return false;
  }

  /** Whether nothing can be reached that a data-bearing surface could be recovered from. */
  isAwaited(surface: number): boolean {
    return this.#surfaces[surface].isDataBearing && Number.isNaN(this.surfaceLoss[surface]);
  }

  /** Seconds from the strike until the next provider returns; Infinity when none does any more. */
  get nextReturn(): number {
    const { at, returnsAfter } = this.#strike as Strike;
    const own = this.#isProviderBack ? Infinity : returnsAfter;
    return this.#earlier === undefined ? own : Math.min(own, this.#earlier.nextReturn - at);
  }

  /** Whether a surface that is hit could be recovered from that copy. */
  isUsable(surface: number, copy: number): boolean {
    return this.left[surface][copy] === UNHARMED && !Number.isNaN(this.#recoveryPoint(surface, copy));
  }

  /** Recovers a surface from that copy, and not from the best. */
  take(surface: number, copy: number): void {
    // What was cut off is as it was once the provider has returned, and needs no copy any more.
    if (this.isHit[surface] === 1) this.#choose(surface, copy);
    this.#sumUp();
  }

  /** The provider is back: what was cut off is as it was, and its copies and logs can be used. */
  providerReturns(): void {
    if (this.#isProviderBack) return;
    this.#isProviderBack = true;
    this.#reachAgain(false);
  }

  /**
   * Those who wait for a copy that cannot be reached see that the provider is back who returns so many seconds after the
   * strike. What can be recovered from something already goes on with that.
   */
  returned(after: number): void {
    const { at, returnsAfter } = this.#strike as Strike;
    if (after >= returnsAfter) this.#isProviderBack = true;
    const earlier = this.#earlier;
    if (earlier !== undefined && after >= earlier.nextReturn - at) earlier.goTo(earlier.nextReturn);
    this.#reachAgain(true);
  }

  /** Whether a restore of the surface's chosen backup fails in the end. */
  isBad(surface: number): boolean {
    const history = this.chosenHistory(surface);
    return history?.kind === 'backup' && history.isBad();
  }

  /** Gives up the surface's chosen backup for the next best recovery point; false when there is none. */
  chooseOlder(surface: number): boolean {
    const history = this.chosenHistory(surface);
    if (history?.kind !== 'backup') throw new Error('Protection: what is given up is no backup');
    history.chooseOlder();
    this.#chooseBest(surface);
    this.#sumUp();
    return this.chosen[surface] !== NO_COPY;
  }

  /** Leaves out the end of a log that is replayed, of which this share is done. */
  stopReplay(surface: number, share: number): void {
    const loss = this.#lossOfReplay(surface, share);
    if (loss === undefined) return;
    this.surfaceLoss[surface] = loss;
    this.#sumUp();
  }

  /** What would be lost of a surface if the replay of its log, at so many bytes a second, was given up after a time. */
  lossIfStopped(surface: number, { stopsAfter, rate }: { readonly stopsAfter: number; readonly rate: number }): number {
    const seconds = this.bytes(surface, 'log-to-replay') / rate;
    return this.#lossOfReplay(surface, Math.min(1, stopsAfter / seconds)) ?? this.surfaceLoss[surface];
  }

  /** Loss when only this share of the log is replayed; undefined where none is. */
  #lossOfReplay(surface: number, share: number): number | undefined {
    const history = this.chosenHistory(surface);
    if (history?.kind !== 'backup' && history?.kind !== 'replica') return undefined;
    return (this.#strike as Strike).at - (history.recoveryPoint - history.logSpan * (1 - share));
  }

  /** What the copy that a surface is recovered from can tell; undefined when it does not age or there is none. */
  chosenHistory(surface: number): CopyHistory {
    const copy = this.chosen[surface];
    return copy === NO_COPY ? undefined : this.histories[surface][copy];
  }

  /** Lets a copy find anew what it held at the strike, whatever restores have met in it since; the choice stays as it is. */
  lookAgain(surface: number, copy: number): void {
    this.#look(surface, copy);
  }

  /** Bytes that a transfer of this part of a surface moves; none when it is as it was. */
  bytes(surface: number, part: 'size' | 'to-restore' | 'log-to-replay'): number {
    if (this.isHit[surface] === 0) return 0;
    const history = this.chosenHistory(surface);
    switch (part) {
      case 'size':
        return this.#surfaces[surface].size;
      case 'to-restore':
        return history?.kind === 'backup' ? history.bytesToRestore : 0;
      case 'log-to-replay':
        if (history?.kind === 'backup') return history.logSpan * (history.log?.plan.volume ?? 0);
        return history?.kind === 'replica' ? history.logSpan * history.plan.volume : 0;
      default:
        return part satisfies never;
    }
  }

  #beginSurface(surface: number, strike: Strike): void {
    const { kind } = strike;
    const isHit = kind.live[surface] !== UNHARMED;
    this.isHit[surface] = isHit ? 1 : 0;
    if (isHit) {
      const { copies } = this.#surfaces[surface];
      const left = this.left[surface];
      for (let copy = 0; copy < copies.length; copy++) {
        left[copy] = this.#leftOf(surface, copy);
        if (left[copy] === UNHARMED) this.#look(surface, copy);
      }
    }
    this.#chooseBest(surface);
  }

  /** Finds out what can be reached now that could not be before. */
  #reachAgain(isChoiceKept: boolean): void {
    const { live, logs } = (this.#strike as Strike).kind;
    for (let i = 0; i < this.#order.length; i++) {
      const surface = this.#order[i];
      if (this.isHit[surface] === 0) continue;
      const left = this.left[surface];
      const isBack = this.#isProviderBack && live[surface] === CUT_OFF;
      if (isBack) this.isHit[surface] = 0;
      const kept = isChoiceKept && !isBack ? this.chosen[surface] : NO_COPY;
      let isChanged = isBack;
      for (let copy = 0; copy < left.length; copy++) {
        if (copy === kept) continue;
        const isReached = left[copy] === CUT_OFF && this.#leftOf(surface, copy) === UNHARMED;
        if (isReached) left[copy] = UNHARMED;
        if (left[copy] !== UNHARMED || !(isReached || logs[surface][copy] === CUT_OFF)) continue;
        isChanged = true;
        this.#look(surface, copy);
      }
      if (isChanged && kept === NO_COPY) this.#chooseBest(surface);
    }
    this.#sumUp();
  }

  /** What all that has struck has left of a copy, as it is now. */
  #leftOf(surface: number, copy: number): number {
    const strike = this.#strike as Strike;
    const { attackColumn } = this.#surfaces[surface].copies[copy];
    if (attackColumn >= 0 && strike.drawn(attackColumn) < strike.kind.attack) return LOST;
    let left = strike.kind.copies[surface][copy];
    if (left === CUT_OFF && this.#isProviderBack) left = UNHARMED;
    if (this.#earlier !== undefined) left = Math.max(left, this.#earlier.copyLeft(surface, copy));
    // What it is read with may come back with the provider.
    return left === UNHARMED && !this.#isReadable(surface, copy) ? CUT_OFF : left;
  }

  /** Whether a surface, or something to recover it from, will be there again with a provider. */
  #comesBack(surface: number): boolean {
    if (this.nextReturn === Infinity) return false;
    const { kind, returnsAfter } = this.#strike as Strike;
    if (kind.live[surface] === CUT_OFF && returnsAfter < Infinity) return true;
    return this.#surfaces[surface].copies.some(
      ({ readableWith }, copy) =>
        this.left[surface][copy] === CUT_OFF && (this.#isReadable(surface, copy) || this.#comesBack(readableWith)),
    );
  }

  /** Whether the surface that a copy is read with, if there is one, is as it was or can be recovered. */
  #isReadable(surface: number, copy: number): boolean {
    const { readableWith } = this.#surfaces[surface].copies[copy];
    return readableWith < 0 || this.isHit[readableWith] === 0 || this.chosen[readableWith] !== NO_COPY;
  }

  /** Lets a copy find what it holds. */
  #look(surface: number, copy: number): void {
    const strike = this.#strike as Strike;
    const { isCorrupted, logs } = strike.kind;
    strike.onset = isCorrupted[surface] === 1 ? strike.corruptedFrom : strike.at;
    if (this.#earlier !== undefined) strike.onset = Math.min(strike.onset, this.#earlier.corruptedFrom(surface));
    strike.isStanding = strike.kind.isStanding[surface] === 1 && this.#earlier?.isServerGone(surface) !== true;
    const isLogTaken = this.#earlier !== undefined && this.#earlier.logLeft(surface, copy) !== UNHARMED;
    const log = isLogTaken ? LOST : logs[surface][copy];
    this.histories[surface][copy]?.begin(strike, log === UNHARMED || (log === CUT_OFF && this.#isProviderBack));
  }

  /** NaN when the copy holds nothing usable; what does not age is as young as can be. */
  #recoveryPoint(surface: number, copy: number): number {
    const history = this.histories[surface][copy];
    return history === undefined ? (this.#strike as Strike).at : history.recoveryPoint;
  }

  /** Of the copies that are left the one that reaches furthest, the first of equals. */
  #chooseBest(surface: number): void {
    if (this.isHit[surface] === 0) {
      this.chosen[surface] = NO_COPY;
      this.surfaceLoss[surface] = 0;
      return;
    }
    const left = this.left[surface];
    let best = NO_COPY;
    let bestPoint = -Infinity;
    for (let copy = 0; copy < left.length; copy++) {
      if (left[copy] !== UNHARMED) continue;
      const point = this.#recoveryPoint(surface, copy);
      // Nothing compares with NaN, which stands for nothing usable.
      if (point > bestPoint) {
        best = copy;
        bestPoint = point;
      }
    }
    this.#choose(surface, best);
  }

  #choose(surface: number, copy: number): void {
    this.chosen[surface] = copy;
    this.surfaceLoss[surface] =
      copy === NO_COPY ? NaN : (this.#strike as Strike).at - this.#recoveryPoint(surface, copy);
  }

  #sumUp(): void {
    this.loss = 0;
    for (let surface = 0; surface < this.#surfaces.length; surface++) {
      if (!this.#surfaces[surface].isDataBearing) continue;
      // Math.max keeps NaN: a surface that is lost leaves no loss to name.
      this.loss = Math.max(this.loss, this.surfaceLoss[surface]);
    }
  }
}
