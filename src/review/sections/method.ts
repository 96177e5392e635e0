import { countText } from '../../report/count-text.js';
import { shareText } from '../../report/share-text.js';
import { bullets, paragraph, strong, subheading } from '../document/blocks.js';
import type { Section } from '../document/review-document.js';
import type { Review } from '../review.js';

/** How the numbers are made, what the words mean, and what the numbers cannot know; in plain words. */
export function methodSection({ summary }: Review): Section {
  return {
    name: 'method',
    title: 'Method, definitions and limits',
    blocks: [
      paragraph(
        `The scenario was struck by ${countText(summary.incidents)} incidents, each at another instant and with other ` +
          'luck. Before each, the history of backups is drawn: which ran, which failed, what was copied away in time. ' +
          'After it, the runbook is played step by step: steps wait for the steps they follow, for people within their ' +
          'hours, and share links; attempts fail and are repeated. What is told are the outcomes of all of them.',
      ),
      subheading('What the words mean'),
      ...bullets([
        [
          strong('RTO'),
          ', achieved (many say RTA): from the start of the disruption until service is reopened. The clock does not wait for anybody to declare an incident. For a corruption that was latent, the disruption starts when writes are stopped.',
        ],
        [
          strong('RPO'),
          ', achieved (RPA): how old the restored state is when the disruption starts; for the deployment, that of its worst data-bearing surface.',
        ],
        [
          strong('RTT'),
          ', recovery total time: from the start of the disruption until the incident is closed, with reconciliation, catching up, checks and evidence. It has nothing to do with round-trip time.',
        ],
        [strong('P50, P95'), ': half, and 95 of 100 incidents, stay within this.'],
        [
          strong('Objective'),
          ': what this deployment promises itself. It is met or missed when the whole interval of the share of incidents that stay within the limit says so, else undecided.',
        ],
        [strong('Planning range'), ': what is published for the pattern, to be proven by drills.'],
        [
          strong('Never'),
          ': no usable recovery point was left. Such incidents count as longer than any time, and are not averaged away.',
        ],
        [
          strong('Assumed, vendor, imported, measured, drill'),
          ': where an input comes from, from the weakest evidence to the strongest.',
        ],
      ]),
      subheading('What the numbers cannot know'),
      ...bullets([
        `Intervals are at ${shareText(summary.confidence)} and tell the error of having played so many incidents and no more. They say nothing of inputs that are wrong.`,
        'What is not in the scenario does not happen: no incident, no step and no dependency that nobody wrote down.',
        'Sources of chance are independent unless the scenario says otherwise; people do not tire, and runbooks are followed.',
        'Frequencies of rare incidents are estimates by nature; what follows an incident does not depend on them, costs per year do.',
      ]),
    ],
  };
}
