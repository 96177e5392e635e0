/** What things cost, in one currency. Prices per time are per second, prices per size per byte. */
export interface Costs {
  /** As it stands behind a number: `EUR`. */
  readonly currency: string;
  /** Of each second from the strike to `service-reopened`. */
  readonly downtime: number;
  /** Of each second of data lost. */
  readonly dataLoss: number;
  /** Of an incident without a recovery, in place of downtime and data loss; absent when nobody has said. */
  readonly unrecoverable?: number;
  /** Of each second that a person of a role is held by a step. */
  readonly people: readonly { readonly role: string; readonly price: number }[];
  /** Of each byte that a recovery moves. */
  readonly egress: number;
  /** Of each byte that copies keep, per second. */
  readonly storage: number;
  /** Whatever is paid all the time, by name, per second: a standby cluster, drills, licences. */
  readonly standing: readonly { readonly name: string; readonly price: number }[];
}
