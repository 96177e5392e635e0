/** What holds where a file says nothing. */
export const DEFAULT_PERIOD = { from: '2026-01-01', to: '2027-01-01' } as const;
export const DEFAULT_TIMEZONE = 'UTC';
