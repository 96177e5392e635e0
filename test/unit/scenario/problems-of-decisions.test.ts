import { describe, expect, it } from 'vitest';
import { sitedProblems } from '../../support/sited-file.js';

/** Thirty alternatives, to which one more is too many. */
const MANY = Array.from({ length: 30 }, (_, i) => `a${String(i)}: {}, `).join('');

describe('Of decisions', () => {
  it.each([
    {
      fact: 'there is something to choose from',
      from: 'alternatives:\n      wait: { for: outage, waits: 2h }\n      promote: { recovers: { db: replica } }\n      rebuild: {}\nrunbook:',
      to: 'alternatives: {}\nrunbook:',
      problems: [
        { at: '21:5 decisions.way-back.alternatives', says: 'expected at least one alternative, found none' },
        {
          at: '25:38 runbook.restore.when[0]',
          says: 'expected a kind of incident, a surface or an alternative (outage, ransom, db, keys, files), found "rebuild"',
        },
      ],
    },
    {
      fact: 'at most thirty alternatives',
      from: 'alternatives:\n      wait: { for: outage, waits: 2h }\n      promote: { recovers: { db: replica } }\n      rebuild: {}',
      to: `alternatives: { ${MANY}rebuild: {} }`,
      problems: [
        {
          at: '21:5 decisions.way-back.alternatives',
          says: 'expected at most 30 alternatives, found 31',
          mend: 'let one of them lead to a second decision',
        },
      ],
    },
    {
      fact: 'the last alternative is without conditions',
      from: 'rebuild: {}',
      to: 'rebuild: { loses-at-most: 1h }',
      problems: [
        {
          at: '24:18 decisions.way-back.alternatives.rebuild.loses-at-most',
          says: 'expected a last alternative without conditions, so that there is always one, found "loses-at-most"',
          mend: 'remove the condition, or add an alternative after it',
        },
      ],
    },
    {
      fact: 'somebody returns',
      from: ', provider-returns-after: 1h to 30h',
      to: '',
      problems: [
        {
          at: '22:28 decisions.way-back.alternatives.wait.waits',
          says: 'expected a kind of incident with "provider-returns-after", for which it could wait, found "waits"',
          mend: 'add it to the kinds of which the provider recovers, or remove "waits"',
        },
      ],
    },
    {
      fact: 'what comes later is in a currency, and says what it is',
      from: 'rebuild: {}',
      to: 'rebuild: { costs-later: { probability: 10%, needs: nobody } }',
      problems: [
        {
          at: '24:18 decisions.way-back.alternatives.rebuild.costs-later',
          says: 'expected "amount", "data-loss" or "takes", found none of them',
          mend: undefined,
        },
        {
          at: '24:18 decisions.way-back.alternatives.rebuild.costs-later',
          says: 'expected the section "costs", in whose currency it is, found "costs-later"',
          mend: 'write "costs: { currency: EUR }", with what else has a price',
        },
        {
          at: '24:51 decisions.way-back.alternatives.rebuild.costs-later.needs',
          says: 'expected "takes" beside it, as people who do nothing cost nothing, found "needs"',
          mend: 'say how long the work takes, or remove the key',
        },
        {
          at: '24:58 decisions.way-back.alternatives.rebuild.costs-later.needs',
          says: 'expected the name of a role (there are none under "people"), found "nobody"',
          mend: undefined,
        },
      ],
    },
    {
      fact: 'a copy that is there',
      from: '{ db: replica }',
      to: '{ db: snapshots }',
      problems: [
        {
          at: '23:34 decisions.way-back.alternatives.promote.recovers.db',
          says: 'expected a copy of "db", which has no "snapshots", found "snapshots"',
          mend: 'write it in surfaces.db, or name another copy',
        },
      ],
    },
    {
      fact: 'a surface has no name of a kind',
      from: 'ransom: { frequency: 1 per 9y,',
      to: 'files: { frequency: 1 per 9y,',
      problems: [
        {
          at: '14:3 surfaces.files',
          says: 'expected a name that is not that of a kind of incident, as "when" could mean either, found "files"',
          mend: 'rename one of the two',
        },
        {
          at: '28:47 runbook.restore.when[1]',
          says: 'expected a kind of incident, a surface or an alternative (outage, files, db, keys, files, wait, promote, rebuild), found "ransom"',
        },
      ],
    },
    {
      fact: 'an alternative has no name of a surface',
      from: 'promote: { recovers',
      to: 'keys: { recovers',
      problems: [
        {
          at: '23:7 decisions.way-back.alternatives.keys',
          says: 'expected a name that is not that of a surface, as "when" could mean either, found "keys"',
          mend: 'rename one of the two',
        },
      ],
    },
    {
      fact: 'an alternative has no name of another decision',
      from: 'decisions:\n',
      to: 'decisions:\n  early: { after: declare, alternatives: { promote: {} } }\n',
      problems: [
        {
          at: '24:7 decisions.way-back.alternatives.promote',
          says: 'expected a name that is not that of an alternative, as "when" could mean either, found "promote"',
          mend: 'rename one of the two',
        },
      ],
    },
    {
      fact: 'a condition is a known name',
      from: 'when: [rebuild, ransom]',
      to: 'when: [rebuild, ransome]',
      problems: [
        {
          at: '28:47 runbook.restore.when[1]',
          says: 'expected a kind of incident, a surface or an alternative (outage, ransom, db, keys, files, wait, promote, rebuild), found "ransome"',
          mend: 'did you mean "ransom"?',
        },
      ],
    },
    {
      fact: 'a step knows what was decided before it',
      from: 'declare: { takes: 10m }',
      to: 'declare: { takes: 10m }\n  early: { when: wait, takes: 1h }',
      problems: [
        {
          at: '27:18 runbook.early.when',
          says: 'expected an alternative that is decided before the step begins; "wait" is decided after "declare", found "wait"',
          mend: 'let the step follow "declare"',
        },
      ],
    },
    {
      fact: 'a step does not know what is decided when it ends',
      from: 'declare: { takes: 10m }',
      to: 'declare: { when: wait, takes: 10m }',
      problems: [
        {
          at: '26:20 runbook.declare.when',
          says: 'expected an alternative that is decided before the step begins; "wait" is decided after "declare", found "wait"',
          mend: 'remove the condition, or let an earlier step be the one after which it is decided',
        },
      ],
    },
    {
      fact: 'a kind is known',
      from: 'for: outage',
      to: 'for: outages',
      problems: [
        {
          at: '22:20 decisions.way-back.alternatives.wait.for',
          says: 'expected the name of an incident (outage, ransom), found "outages"',
          mend: 'did you mean "outage"?',
        },
      ],
    },
    {
      fact: 'a decision is taken after a known step',
      from: 'after: declare',
      to: 'after: declared',
      problems: [
        {
          at: '20:12 decisions.way-back.after',
          says: 'expected the name of a step (declare, search, restore, replay), found "declared"',
          mend: 'did you mean "declare"?',
        },
      ],
    },
    {
      fact: 'a recovered surface is known',
      from: '{ db: replica }',
      to: '{ dbs: replica }',
      problems: [
        {
          at: '23:30 decisions.way-back.alternatives.promote.recovers.dbs',
          says: 'expected the name of a surface (db, keys, files), found "dbs"',
          mend: 'did you mean "db"?',
        },
      ],
    },
    {
      fact: 'a condition stands once',
      from: 'when: [rebuild, ransom]',
      to: 'when: [rebuild, rebuild]',
      problems: [{ at: '28:47 runbook.restore.when[1]', says: 'expected each name once, found "rebuild" again' }],
    },
  ])('$fact', ({ from, to, problems }) => {
    expect(sitedProblems(from, to)).toEqual(problems);
  });
});
