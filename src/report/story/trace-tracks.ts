/** Where an event stands: a row of the viewer. */
export interface TraceTrack {
  readonly pid: number;
  readonly tid: number;
}

/**
 * The rows of a trace: processes, and their threads, are numbered as they are first named, and a viewer shows them in
 * that order.
 */
export class TraceTracks {
  readonly #threads = new Map<string, string[]>();

  /** The row of that name in that process. */
  track(process: string, thread: string): TraceTrack {
    const threads = this.#threads.get(process) ?? [];
    this.#threads.set(process, threads);
    const known = threads.indexOf(thread);
    const place = known < 0 ? threads.push(thread) - 1 : known;
    return { pid: [...this.#threads.keys()].indexOf(process) + 1, tid: place + 1 };
  }

  /** The metadata events that name all rows and put them in order. */
  events(): readonly MetadataEvent[] {
    return [...this.#threads].flatMap(([process, threads], place) => {
      const pid = place + 1;
      return [
        metadata('process_name', { pid, tid: 0 }, { name: process }),
        metadata('process_sort_index', { pid, tid: 0 }, { sort_index: pid }),
        ...threads.flatMap((thread, i) => [
          metadata('thread_name', { pid, tid: i + 1 }, { name: thread }),
          metadata('thread_sort_index', { pid, tid: i + 1 }, { sort_index: i + 1 }),
        ]),
      ];
    });
  }
}

type MetadataEvent = ReturnType<typeof metadata>;

function metadata(name: string, track: TraceTrack, args: Readonly<Record<string, string | number>>) {
  return { name, ph: 'M', ts: 0, ...track, args };
}
