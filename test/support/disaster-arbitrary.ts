import fc from 'fast-check';
import type { Alternative, Decision, Incident, SetOff, Site, StepDelay } from '../../src/scenario/disaster.js';
import type { ReadinessCheck } from '../../src/scenario/readiness.js';
import type { Costs } from '../../src/scenario/costs.js';
import type { Copy, Role, Scenario, Surface } from '../../src/scenario/scenario.js';
import { probability, seconds } from '../../src/units/quantity.js';
import { DURATION_RANGE, lawArbitrary } from './law-arbitrary.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** No sites at all, or three of which one is within another. */
export function sitesArbitrary(): fc.Arbitrary<Site[]> {
  return fc.constantFrom(
    [],
    [
      { name: 'primary', within: [] },
      { name: 'recovery', within: [] },
      { name: 'zone', within: ['primary'] },
    ],
  );
}

/** Some of the sites, in their order; at least one where there are any. */
export function placesArbitrary(sites: readonly Site[]): fc.Arbitrary<string[]> {
  return fc.subarray(
    sites.map(({ name }) => name),
    { minLength: Math.min(1, sites.length) },
  );
}

/** Kinds of disaster, one to three, in the order of their names. */
export function incidentsArbitrary(sites: readonly Site[], surfaces: readonly Surface[]): fc.Arbitrary<Incident[]> {
  return fc
    .constantFrom(['region-loss'], ['ransom', 'region-loss'], ['operator-error', 'ransom', 'region-loss'])
    .chain((names) => fc.tuple(...names.map((name) => incidentArbitrary(name, names.length > 1, sites, surfaces))))
    .chain((incidents) =>
      setOffArbitrary(incidents.at(-1)?.name ?? '').map((setsOff) => withFirstCause(incidents, setsOff)),
    );
}

/** What the first kind sets off, where there is another. */
function withFirstCause(incidents: readonly Incident[], setsOff: readonly SetOff[]): Incident[] {
  return incidents.map((incident, i) => (i === 0 && incidents.length > 1 ? { ...incident, setsOff } : incident));
}

function setOffArbitrary(kind: string): fc.Arbitrary<SetOff[]> {
  const one = fc.record(
    {
      kind: fc.constant(kind),
      probability: fc.constantFrom(0.05, 1).map(probability),
      after: lawArbitrary(DURATION_RANGE),
    },
    { requiredKeys: ['kind', 'probability'] },
  );
  return fc.oneof(
    fc.constant<SetOff[]>([]),
    one.map((each) => [each]),
  );
}

function incidentArbitrary(
  name: string,
  isMixed: boolean,
  sites: readonly Site[],
  surfaces: readonly Surface[],
): fc.Arbitrary<Incident> {
  const siteNames = fc.subarray(sites.map((site) => site.name));
  const surfaceNames = fc.subarray(surfaces.map((surface) => surface.name));
  return fc
    .record(
      {
        name: fc.constant(name),
        frequency: fc.constantFrom(1 / (20 * 365.25 * 86_400), 2e-7, 1.25),
        rush: fc.constant({ hours: [{ weekday: 1 as const, opens: 8 * HOUR, closes: 18 * HOUR }], times: 5 }),
        destroys: siteNames,
        cutsOff: siteNames,
        corrupts: surfaceNames,
        deletes: surfaceNames,
        latency: lawArbitrary({ ...DURATION_RANGE, most: 3 * DAY }),
        isOnsetKnown: fc.boolean(),
        attack: fc.constantFrom(0.57, 1).map(probability),
        providerReturns: lawArbitrary(DURATION_RANGE),
        delays: fc.constant([]),
        setsOff: fc.constant([]),
      },
      { requiredKeys: ['name', 'destroys', 'cutsOff', 'corrupts', 'deletes', 'isOnsetKnown', 'delays', 'setsOff'] },
    )
    .map(({ frequency, latency, isOnsetKnown, ...rest }): Incident => {
      const isCorrupting = rest.corrupts.length > 0;
      const given = isMixed ? (frequency ?? 2e-7) : frequency;
      return {
        ...rest,
        isOnsetKnown: isOnsetKnown || !isCorrupting,
        ...(given === undefined ? {} : { frequency: given }),
        ...(latency === undefined || !isCorrupting ? {} : { latency }),
      };
    });
}

/** Nothing to decide, or one thing: whether to wait, to recover from some copy, or neither. */
export function decisionsArbitrary({
  surfaces,
  incidents,
}: Pick<Scenario, 'surfaces' | 'incidents'>): fc.Arbitrary<Decision[]> {
  const copies = surfaces.flatMap(({ name, copies: held }) => held.map((copy) => ({ surface: name, copy: copy.name })));
  const canWait = incidents.some(({ providerReturns }) => providerReturns !== undefined);
  const conditional = fc.record(
    {
      name: fc.constantFrom('try-this'),
      kinds: fc.constantFrom(['region-loss']),
      recovers: copies.length === 0 ? fc.constant([]) : fc.constantFrom([], ...copies.map((copy) => [copy])),
      losesAtMost: fc.constant(seconds(DAY)),
      losesMoreThan: fc.constant(seconds(60)),
      ...(canWait ? { waits: fc.constantFrom(2 * HOUR, Infinity).map(seconds) } : {}),
    },
    { requiredKeys: ['name', 'recovers'] },
  ) as fc.Arbitrary<Alternative>;
  const decision = conditional.map((first): Decision => ({
    name: 'way-back',
    after: '',
    alternatives: [first, { name: 'else-that', recovers: [] }],
  }));
  return fc.oneof(
    fc.constant<Decision[]>([]),
    decision.map((one) => [one]),
  );
}

/** The copies of a surface with a place each, in the order in which a scenario has them. */
export function withPlaces(copies: readonly Copy[], sites: readonly Site[]): fc.Arbitrary<Copy[]> {
  return fc.tuple(
    ...copies.map((copy) =>
      copy.name === 'versioned' || copy.name === 'rebuilt-from'
        ? fc.constant(copy)
        : fc
            .tuple(placesArbitrary(sites), fc.boolean())
            .map(([places, isImmutable]): Copy => ({ ...copy, sites: places, isImmutable })),
    ),
  );
}

/** Questions about the plan, some of them with what follows from a no. */
export function readinessArbitrary(): fc.Arbitrary<ReadinessCheck[]> {
  const check = fc.record(
    {
      name: fc.constant('restore-tested'),
      asks: fc.constantFrom('Was a full restore tested?', 'yes'),
      answer: fc.constantFrom('yes', 'no', '2025-12-14'),
      isRequired: fc.boolean(),
      freshFor: fc.constant(seconds(90 * DAY)),
      ifNot: fc.constantFrom(
        { fails: [], delays: [], backups: [] },
        {
          fails: [{ step: 'step-a', probability: probability(0.2) }],
          delays: [{ step: 'step-a', takes: { kind: 'fixed' as const, value: 60 } }],
          backups: [],
        },
      ),
    },
    { requiredKeys: ['name', 'asks', 'isRequired', 'ifNot'] },
  );
  return fc.oneof(
    fc.constant<ReadinessCheck[]>([]),
    check.map((one): ReadinessCheck[] => [one]),
  );
}

/** No prices, or some of every kind. */
export function costsArbitrary(roles: readonly Role[]): fc.Arbitrary<Costs | undefined> {
  const price = fc.constantFrom(20_000 / 3600, 1e-5, 3.25);
  return fc.option(
    fc.record(
      {
        currency: fc.constantFrom('EUR', '€'),
        downtime: price,
        dataLoss: price,
        unrecoverable: fc.constantFrom(5_000_000),
        people: fc.constant(roles.map(({ name }) => ({ role: name, price: 0.03 }))),
        egress: fc.constantFrom(0, 0.09 / 2 ** 30),
        storage: fc.constantFrom(0, 0.023 / (2 ** 30 * 2_629_800)),
        standing: fc.constantFrom([], [{ name: 'standby', price: 0.001 }]),
      },
      { requiredKeys: ['currency', 'downtime', 'dataLoss', 'people', 'egress', 'storage', 'standing'] },
    ),
    { nil: undefined },
  );
}
/** Surfaces of which the copies of all but the first may need the first to be read. */
export function withKeys(surfaces: readonly Surface[]): fc.Arbitrary<Surface[]> {
  return fc.tuple(
    ...surfaces.map((surface, i) =>
      i === 0
        ? fc.constant(surface)
        : fc.boolean().map((isEncrypted): Surface => {
            if (!isEncrypted) return surface;
            return { ...surface, copies: surface.copies.map((copy) => readWith(copy, surfaces[0].name)) };
          }),
    ),
  );
}

function readWith(copy: Copy, keys: string): Copy {
  const isAgeless = copy.name === 'versioned' || copy.name === 'rebuilt-from';
  return isAgeless ? copy : { ...copy, readableWith: keys };
}

/** None, or one for a step that is yet to be named. */
export function delayArbitrary(): fc.Arbitrary<Omit<StepDelay, 'step'>[]> {
  const delay = fc.record({
    probability: fc.constantFrom(1, 0.3).map(probability),
    takes: lawArbitrary(DURATION_RANGE),
  });
  return fc.array(delay, { maxLength: 1 });
}
