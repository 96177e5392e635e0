import { dayText } from './age-text.js';
import { SECTION_NAMES, type ReviewDocument, type Section, type SectionName } from './document/review-document.js';
import type { Review } from './review.js';
import { PLAIN_TEMPLATE, type ReviewTemplate } from './review-template.js';
import { answerSection } from './sections/answer.js';
import { assumptionsSection } from './sections/assumptions.js';
import { changesSection } from './sections/changes.js';
import { comparedSection } from './sections/compared.js';
import { costsSection } from './sections/costs.js';
import { driversSection } from './sections/drivers.js';
import { incidentsSection } from './sections/incidents.js';
import { methodSection } from './sections/method.js';
import { pictureSection } from './sections/picture.js';
import { protectionSection } from './sections/protection.js';
import { readinessSection } from './sections/readiness.js';
import { reproduceSection } from './sections/reproduce.js';
import { signOffSection } from './sections/sign-off.js';
import { sizingSection } from './sections/sizing.js';
import { timelinesSection } from './sections/timelines.js';

/** Who writes which section; undefined where a review has nothing to say under it. */
const WRITERS: Readonly<Record<SectionName, (review: Review) => Section | undefined>> = {
  answer: answerSection,
  picture: pictureSection,
  compared: comparedSection,
  drivers: driversSection,
  timelines: timelinesSection,
  incidents: incidentsSection,
  protection: protectionSection,
  readiness: readinessSection,
  assumptions: assumptionsSection,
  changes: changesSection,
  costs: costsSection,
  sizing: sizingSection,
  method: methodSection,
  reproduce: reproduceSection,
  'sign-off': signOffSection,
};

/** A review in words: its sections in the order in which a meeting reads them, as the template wants them. */
export function composeReview(review: Review, template: ReviewTemplate = PLAIN_TEMPLATE): ReviewDocument {
  const { summary, scenario, asOf } = review;
  return {
    title: template.title ?? 'Disaster recovery review',
    organisation: template.organisation ?? '',
    logo: template.logo,
    subject: scenario.name,
    facts: [
      ['Day of the review', dayText(asOf, scenario.timezone)],
      ['Scenario', `${summary.scenario.file}, ${summary.scenario.sha256.slice(0, 12)}`],
      ['Drillcast', summary.tool.version],
    ],
    sections: [...template.first, ...SECTION_NAMES.flatMap((name) => sectionsAt(name, review, template))],
  };
}

/** A section under the title that the template gives it, and those that the template puts behind it. */
function sectionsAt(name: SectionName, review: Review, { titles, behind }: ReviewTemplate): readonly Section[] {
  const own = WRITERS[name](review);
  return [...(own === undefined ? [] : [{ ...own, title: titles[name] ?? own.title }]), ...(behind[name] ?? [])];
}
