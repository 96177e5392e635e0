/**
 * What is still to happen, in a total order: by time, then by priority (smaller first), then by the order in
 * which it was scheduled. Entries stand sorted with the next one last, so that taking it is a decrement; an
 * incident has few events pending at once, and for few a sorted array beats a heap.
 *
 * It allocates only when it must grow.
 */
export class EventCalendar {
  #times: Float64Array;
  #priorities: Int32Array;
  #subjects: Int32Array;
  #size = 0;

  constructor(capacity = 64) {
    this.#times = new Float64Array(capacity);
    this.#priorities = new Int32Array(capacity);
    this.#subjects = new Int32Array(capacity);
  }

  clear(): void {
    this.#size = 0;
  }

  /** Time of the next event; Infinity when there is none. */
  get nextTime(): number {
    return this.#size === 0 ? Infinity : this.#times[this.#size - 1];
  }

  /** Priority of the next event, which serves as its kind. Only while there is one. */
  get nextPriority(): number {
    return this.#priorities[this.#size - 1];
  }

  /** Takes the next event away and returns its subject. Only while there is one. */
  take(): number {
    return this.#subjects[--this.#size];
  }

  schedule(time: number, priority: number, subject: number): void {
    if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const priorities = this.#priorities;
    const subjects = this.#subjects;
    let place = this.#size++;
    // Whatever comes no later than the new event stays behind it, towards the end: first scheduled, first taken.
    while (place > 0 && (times[place - 1] < time || (times[place - 1] === time && priorities[place - 1] <= priority))) {
      times[place] = times[place - 1];
      priorities[place] = priorities[place - 1];
      subjects[place] = subjects[place - 1];
      place--;
    }
    times[place] = time;
    priorities[place] = priority;
    subjects[place] = subject;
  }

  /** Takes away all events of a priority up to `priority` about a range of subjects, `to` excluded. */
  drop(priority: number, { from, to }: { readonly from: number; readonly to: number }): void {
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      if (this.#priorities[i] <= priority && this.#subjects[i] >= from && this.#subjects[i] < to) continue;
      this.#times[kept] = this.#times[i];
      this.#priorities[kept] = this.#priorities[i];
      this.#subjects[kept++] = this.#subjects[i];
    }
    this.#size = kept;
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    const times = new Float64Array(capacity);
    const priorities = new Int32Array(capacity);
    const subjects = new Int32Array(capacity);
    times.set(this.#times);
    priorities.set(this.#priorities);
    subjects.set(this.#subjects);
    this.#times = times;
    this.#priorities = priorities;
    this.#subjects = subjects;
  }
}
