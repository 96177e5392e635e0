/** From `opens` to `closes` seconds after local midnight on a weekday; 1 is Monday, 7 is Sunday. */
export interface WeeklyHours {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly opens: number;
  readonly closes: number;
}
