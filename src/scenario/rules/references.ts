import { COPY_NAMES } from '../copy-names.js';
import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import type { Path } from '../document/located-tree.js';
import { isMap } from '../shape/leaf.js';
import { surfaceOfSpan, surfacePartOf } from '../shape/transfer-size.js';
import * as wording from '../wording.js';
import { alternativesOf } from './decision-rules.js';
import { namesIn } from './outline.js';
import type { EntryData, NameUse, Outline } from './outline.js';

/** Names that nothing in the file defines, and names that a list gives twice. */
export function unknownReferences(outline: Outline): Complaint[] {
  const found = [...outline.steps].flatMap(([name, step]) => ofStep(step, ['runbook', name], outline));
  for (const [name, steps] of outline.milestones) {
    found.push(...unknown('step', namesIn(steps, ['milestones', name]), outline.steps));
    found.push(...twice(namesIn(steps, ['milestones', name])));
  }
  found.push(...namedOnce('incident', namesIn(outline.asksAbout, ['asks-about']), outline.incidents));
  const prices = namesIn(outline.costs['people'], ['costs', 'people']);
  found.push(...unknown('role', prices, outline.roles, true));
  for (const [name, { 'if-not': gap }] of outline.readiness) {
    if (!isMap(gap)) continue;
    for (const key of ['fails', 'delays']) {
      found.push(...unknown('step', namesIn(gap[key], ['readiness', name, 'if-not', key]), outline.steps, true));
    }
    const backups = namesIn(gap['backups'], ['readiness', name, 'if-not', 'backups']);
    found.push(...unknown('surface', backups, outline.surfaces, true));
  }
  for (const [name, site] of outline.sites) found.push(...ofSite(site, ['sites', name], outline));
  for (const [name, surface] of outline.surfaces) found.push(...ofSurface(surface, ['surfaces', name], outline));
  for (const [name, incident] of outline.incidents) found.push(...ofIncident(incident, ['incidents', name], outline));
  for (const [name, decision] of outline.decisions) found.push(...ofDecision(decision, ['decisions', name], outline));
  return found;
}

function ofSite(site: EntryData, path: Path, { sites }: Outline): Complaint[] {
  return namedOnce('site', namesIn(site['within'], [...path, 'within']), sites);
}

function ofSurface(surface: EntryData, path: Path, { sites, surfaces }: Outline): Complaint[] {
  const copies = [...COPY_NAMES, 'log-archive'].flatMap((copy): Complaint[] => {
    const written = surface[copy];
    if (!isMap(written)) return [];
    return [
      ...namedOnce('site', namesIn(written['on'], [...path, copy, 'on']), sites),
      ...unknown('surface', namesIn(written['readable-with'], [...path, copy, 'readable-with']), surfaces),
    ];
  });
  return [...namedOnce('site', namesIn(surface['on'], [...path, 'on']), sites), ...copies];
}

function ofIncident(incident: EntryData, path: Path, { sites, surfaces, steps, incidents }: Outline): Complaint[] {
  const uses = (key: string) => namesIn(incident[key], [...path, key]);
  return [
    ...['destroys', 'cuts-off'].flatMap((key) => namedOnce('site', uses(key), sites)),
    ...['corrupts', 'deletes'].flatMap((key) => namedOnce('surface', uses(key), surfaces)),
    ...unknown('step', uses('delays'), steps, true),
    ...unknown('incident', uses('sets-off'), incidents, true),
  ];
}

function ofDecision(decision: EntryData, path: Path, { steps, surfaces, incidents, roles }: Outline): Complaint[] {
  const alternatives = [...alternativesOf(decision)].flatMap(([name, alternative]) => {
    const here = [...path, 'alternatives', name];
    const later = alternative['costs-later'];
    const needs = isMap(later) ? later['needs'] : undefined;
    const needed = namesIn(needs, [...here, 'costs-later', 'needs']);
    return [
      ...unknown('role', needed, roles, isMap(needs)),
      ...twice(needed),
      ...namedOnce('incident', namesIn(alternative['for'], [...here, 'for']), incidents),
      ...unknown('surface', namesIn(alternative['recovers'], [...here, 'recovers']), surfaces, true),
    ];
  });
  return [...unknown('step', namesIn(decision['after'], [...path, 'after']), steps), ...alternatives];
}

function namedOnce(
  kind: Parameters<typeof wording.unknownName>[0],
  uses: readonly NameUse[],
  known: ReadonlyMap<string, unknown>,
): Complaint[] {
  return [...unknown(kind, uses, known), ...twice(uses)];
}

function ofStep(step: EntryData, path: Path, outline: Outline): Complaint[] {
  const follows = namesIn(step['follows'], [...path, 'follows']);
  const needs = namesIn(step['needs'], [...path, 'needs']);
  const back = isMap(step['fails']) ? namesIn(step['fails']['back-to'], [...path, 'fails', 'back-to']) : [];
  const over = isMap(step['transfers']) ? namesIn(step['transfers']['over'], [...path, 'transfers', 'over']) : [];
  return [
    ...unknown('step', [...follows, ...back], outline.steps),
    ...unknown('role', needs, outline.roles, isMap(step['needs'])),
    ...unknown('link', over, outline.links),
    ...unknown('surface', surfacesUsed(step, path), outline.surfaces),
    ...twice(follows),
    ...twice(needs),
    ...twice(namesIn(step['when'], [...path, 'when'])),
  ];
}

/** The surfaces that a step names: the one it restores, those of its transfer and of its backlog. */
function surfacesUsed(step: EntryData, path: Path): NameUse[] {
  const restores = namesIn(step['restores'], [...path, 'restores']);
  const { searches } = step;
  const searched = isMap(searches) ? namesIn(searches['backups-of'], [...path, 'searches', 'backups-of']) : [];
  const bytes = isMap(step['transfers']) ? surfacePartOf(step['transfers']['bytes']) : undefined;
  const transferred = bytes === undefined ? [] : [{ name: bytes.surface, path: [...path, 'transfers', 'bytes'] }];
  const behind = spansUsed(step, path).flatMap((use) => {
    const surface = surfaceOfSpan(use.name);
    return surface === undefined ? [] : [{ name: surface, path: use.path }];
  });
  return [...restores, ...searched, ...transferred, ...behind];
}

/** The spans that a step works off, as texts. */
export function spansUsed(step: EntryData, path: Path): NameUse[] {
  return isMap(step['catches-up']) ? namesIn(step['catches-up']['behind'], [...path, 'catches-up', 'behind']) : [];
}

function unknown(
  kind: Parameters<typeof wording.unknownName>[0],
  uses: readonly NameUse[],
  known: ReadonlyMap<string, unknown>,
  areKeys = false,
): Complaint[] {
  return uses.flatMap(({ name, path }) => {
    if (known.has(name)) return [];
    const words = wording.unknownName(kind, name, [...known.keys()]);
    return [areKeys ? complainOfKey(path, words) : complain(path, words)];
  });
}

function twice(uses: readonly NameUse[]): Complaint[] {
  const seen = new Set<string>();
  return uses.flatMap(({ name, path }) => {
    if (seen.has(name)) return [complain(path, wording.namedTwice(name))];
    seen.add(name);
    return [];
  });
}
