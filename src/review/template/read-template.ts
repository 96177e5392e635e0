import { openDocument } from '../../scenario/document/open-document.js';
import { plainData, type LocatedMap } from '../../scenario/document/located-tree.js';
import { withoutEchoes } from '../../scenario/echoes.js';
import { complain, complainOfKey, locate, problemOf, type Complaint, type Problem } from '../../scenario/problem.js';
import type { SourceText } from '../../scenario/scenario.js';
import { complaintsOf } from '../../scenario/shape/complaints-of-issues.js';
import { SECTION_NAMES, type Logo, type Section, type SectionName } from '../document/review-document.js';
import type { ReviewTemplate } from '../review-template.js';
import { markdownBlocks } from './markdown-blocks.js';
import { templateShape, type TemplateFile } from './template-shape.js';
import * as wording from './template-wording.js';

/** A template, or everything that is wrong with its file. The logo is a file of its own, which is for the caller to open. */
export type TemplateRead =
  | { readonly kind: 'template'; readonly template: ReviewTemplate; readonly logo: TemplateFile['logo'] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads a template file, in YAML. */
export function readTemplate(source: SourceText): TemplateRead {
  const { tree, problems } = openDocument(source, wording.noTemplate);
  if (tree === undefined) return { kind: 'problems', problems: problems.map(problemOf) };
  const shaped = templateShape.safeParse(plainData(tree));
  const complaints = [
    ...versionComplaints(tree),
    ...complaintsOf((shaped.error?.issues ?? []).filter(({ path }) => path[0] !== 'review')),
  ];
  const found = [...problems, ...withoutEchoes(complaints, tree).map((complaint) => locate(complaint, tree))];
  if (!shaped.success || found.length > 0) {
    return { kind: 'problems', problems: found.sort((a, b) => a.place.start - b.place.start).map(problemOf) };
  }
  return { kind: 'template', template: assembled(shaped.data), logo: shaped.data.logo };
}

/** A template with the picture of the house. */
export function withLogo(template: ReviewTemplate, logo: Logo): ReviewTemplate {
  return { ...template, logo };
}

function assembled({ title, organisation, titles = {}, sections = [] }: TemplateFile): ReviewTemplate {
  const own = sections.map(({ after, title: heading, markdown }, place) => ({
    after,
    section: { name: `own-${place + 1}`, title: heading, blocks: markdownBlocks(markdown) } satisfies Section,
  }));
  const behind = (name: SectionName | undefined): readonly Section[] =>
    own.filter(({ after }) => after === name).map(({ section }) => section);
  const given = SECTION_NAMES.flatMap((name) => (titles[name] === undefined ? [] : [[name, titles[name]] as const]));
  return {
    ...(title === undefined ? {} : { title }),
    ...(organisation === undefined ? {} : { organisation }),
    titles: Object.fromEntries(given),
    first: behind(undefined),
    behind: Object.fromEntries(SECTION_NAMES.map((name) => [name, behind(name)])),
  };
}

function versionComplaints(tree: LocatedMap): readonly Complaint[] {
  const version = tree.entries.get('review')?.value;
  if (version === undefined) return [complainOfKey([], wording.versionMissing())];
  return version.kind === 'scalar' && version.value === 1 ? [] : [complain(['review'], wording.versionUnknown())];
}
