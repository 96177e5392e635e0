import { COPY_NAMES, LOSSLESS_COPIES } from '../copy-names.js';
import type { Path } from '../document/located-tree.js';
import { complain, complainOfKey } from '../problem.js';
import type { Complaint } from '../problem.js';
import { isMap } from '../shape/leaf.js';
import * as wording from '../wording.js';
import { firstCircle } from './circle.js';
import { namesIn } from './outline.js';
import type { EntryData, Outline } from './outline.js';

/** What does not go together in what strikes, and in where things live. */
export function disasterRules(outline: Outline): Complaint[] {
  return [
    ...[...outline.incidents].flatMap(([name, incident]) => incidentRules(name, incident, outline)),
    ...siteCircles(outline),
    ...causeCircles(outline),
    ...keyCircles(outline),
    ...[...outline.surfaces].flatMap(([name, surface]) => homelessThings(surface, ['surfaces', name], outline)),
  ];
}

function incidentRules(name: string, incident: EntryData, { incidents }: Outline): Complaint[] {
  const path = ['incidents', name];
  const found: Complaint[] = [];
  if (incidents.size > 1 && !('frequency' in incident)) {
    found.push(complain([...path, 'frequency'], wording.kindWithoutFrequency()));
  }
  const corrupts = namesIn(incident['corrupts'], []).length > 0;
  for (const key of ['latency', 'onset']) {
    if (key in incident && !corrupts) found.push(complainOfKey([...path, key], wording.needsCorruption(key)));
  }
  return found;
}

function siteCircles({ sites }: Outline): Complaint[] {
  const circle = firstCircle([...sites.keys()], (site) =>
    namesIn(sites.get(site)?.['within'], []).map((use) => use.name),
  );
  return circle === undefined ? [] : [complain(['sites', circle[0], 'within'], wording.circleOf('sites', circle))];
}

/** What sets itself off would never end. */
function causeCircles({ incidents }: Outline): Complaint[] {
  const circle = firstCircle([...incidents.keys()], (kind) =>
    namesIn(incidents.get(kind)?.['sets-off'], []).map((use) => use.name),
  );
  return circle === undefined
    ? []
    : [complain(['incidents', circle[0], 'sets-off'], wording.circleOf('incidents', circle))];
}

/** Keys that are encrypted with themselves are lost for good. */
function keyCircles({ surfaces }: Outline): Complaint[] {
  const keysOf = (surface: string) =>
    COPY_NAMES.flatMap((copy) => {
      const written = surfaces.get(surface)?.[copy];
      return isMap(written) ? namesIn(written['readable-with'], []).map((use) => use.name) : [];
    });
  const circle = firstCircle([...surfaces.keys()], keysOf);
  return circle === undefined ? [] : [complainOfKey(['surfaces', circle[0]], wording.circleOf('surfaces', circle))];
}

/** Where a scenario says what sites there are, it says of everything where it lives. */
function homelessThings(surface: EntryData, path: Path, { sites }: Outline): Complaint[] {
  if (sites.size === 0) return [];
  const places = [
    ...('on' in surface ? [] : [path]),
    ...COPY_NAMES.filter((copy) => copy !== 'versions' && !LOSSLESS_COPIES.includes(copy)).flatMap((copy) => {
      const written = surface[copy];
      return isMap(written) && !('on' in written) ? [[...path, copy]] : [];
    }),
  ];
  return places.map((place) => complain([...place, 'on'], wording.homeless([...sites.keys()])));
}
