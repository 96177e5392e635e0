import type { RetentionCalendar as Calendar } from './engine/retention-calendar.js';
import type { RetentionDay, RetentionMonth } from './engine/retention-month.js';
import type { ExplorerStore } from './explorer-store.js';
import { PictureTable } from './svg-picture.js';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** Days that the arrow keys go. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MILLISECONDS_A_DAY = 86_400_000;

/** Which backups exist on a day, as a calendar, and which rule keeps each. */
export function RetentionCalendar({ store }: { readonly store: ExplorerStore }) {
  const calendar = store.calendar.value;
  return (
    <section class="retention" aria-label="Retention calendar">
      <h2>Which backups exist on a day?</h2>
      {calendar === undefined ? (
        <p class="soft">
          {store.picture.value?.isFinal === true ? 'This plan has no backups.' : 'It follows the run.'}
        </p>
      ) : (
        <Shown store={store} calendar={calendar} />
      )}
    </section>
  );
}

function Shown({ store, calendar }: { readonly store: ExplorerStore; readonly calendar: Calendar }) {
  const { copies, copy, day, sentence, rules, months, table } = calendar;
  const ask = (asked: { readonly copy?: string; readonly day?: string }): void =>
    void (store.askedDay.value = { copy, day, ...asked });
  return (
    <>
      <p class="group">
        <label>
          <span class="hidden">Backups of</span>
          <select aria-label="Backups of" value={copy} onChange={(event) => ask({ copy: event.currentTarget.value })}>
            {copies.map(({ key, words }) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <input
          type="date"
          aria-label="Day"
          value={day}
          onChange={(event) => {
            if (event.currentTarget.value !== '') ask({ day: event.currentTarget.value });
          }}
        />
        {[-7, -1, 1, 7].map((by) => (
          <button key={by} type="button" onClick={() => ask({ day: dayAfter(day, by) })}>
            {STEP_WORDS[by]}
          </button>
        ))}
      </p>
      <p role="status">{sentence}</p>
      <Rules rules={rules} />
      <div
        class="months"
        tabIndex={0}
        role="group"
        aria-label="Days with the backups of them that exist. The arrow keys change the day."
        onKeyDown={(event) => {
          const by = STEPS[event.key] as number | undefined;
          if (by === undefined) return;
          event.preventDefault();
          ask({ day: dayAfter(day, by) });
        }}
      >
        {months.map((month) => (
          <Month key={month.name} month={month} asked={day} />
        ))}
      </div>
      <PictureTable chart={{ title: 'Backups that exist', table }} />
    </>
  );
}

function Rules({ rules }: { readonly rules: Calendar['rules'] }) {
  return (
    <ul class="rules">
      {rules.map(({ name, words, keeps }) => (
        <li key={name}>
          <span class={`kept ${name}`} aria-hidden="true">
            {LETTERS[name]}
          </span>{' '}
          {name}: {words}, keeps {keeps}
        </li>
      ))}
    </ul>
  );
}

const STEP_WORDS: Readonly<Record<number, string>> = {
  [-7]: 'Week back',
  [-1]: 'Day back',
  1: 'Day on',
  7: 'Week on',
};

const LETTERS = { age: 'A', count: 'N', hourly: 'H', daily: 'D', weekly: 'W', monthly: 'M', yearly: 'Y' } as const;

/** What the marks say stands in the table below, for those who do not see them. */
function Month({ month: { name, weeks }, asked }: { readonly month: RetentionMonth; readonly asked: string }) {
  return (
    <table class="month" aria-hidden="true">
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday}>{weekday}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, place) => (
          <tr key={place}>
            {week.map((day, column) => (
              <td key={column} class={day?.date === asked ? 'is-asked' : ''}>
                {day === undefined ? null : <Day day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { day, fulls, others } }: { readonly day: RetentionDay }) {
  return (
    <>
      <span class="day">{day}</span>
      {fulls.slice(0, 2).map((rule, place) => (
        <span key={place} class={`kept ${rule}`}>
          {LETTERS[rule]}
        </span>
      ))}
      {fulls.length > 2 ? <span class="more">+{fulls.length - 2}</span> : null}
      {others > 0 ? <span class="others">{others}</span> : null}
    </>
  );
}

/** The day so many days later, as `YYYY-MM-DD`. */
function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
