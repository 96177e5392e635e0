/** The incidents of a run from number `from` on, `to` excluded. */
export interface IncidentRange {
  readonly from: number;
  readonly to: number;
}
