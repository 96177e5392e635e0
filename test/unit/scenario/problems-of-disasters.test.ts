import { describe, expect, it } from 'vitest';
import { sitedProblems } from '../../support/sited-file.js';

describe('Of disasters', () => {
  it('the file that is broken here has none by itself', () => {
    expect(sitedProblems('name: Sited', 'name: Sited, indeed')).toEqual([]);
  });

  it.each([
    {
      fact: 'several kinds are mixed by their frequency',
      from: 'outage: { frequency: 1 per 3y, ',
      to: 'outage: { ',
      problems: [
        {
          at: '16:3 incidents.outage',
          says: 'expected the key "frequency": how often it is expected, as several kinds are mixed by their frequency, found none',
          mend: 'add "frequency", and write "1 per 20y"',
        },
      ],
    },
    {
      fact: 'what spoils backups is about backups that a step restores, and that go bad by themselves',
      from: 'links: {',
      to: 'readiness: { alerts: { asks: Set?, if-not: { backups: { files: {}, db: { restorable: 90% }, none: {} } } } }\nlinks: {',
      problems: [
        {
          at: '30:57 readiness.alerts.if-not.backups.files',
          says: 'expected a surface with "base-backup" or "snapshots", which "files" has not, found "files"',
          mend: 'name another surface, or remove it',
        },
        {
          at: '30:68 readiness.alerts.if-not.backups.db',
          says: 'expected a step that restores "db", where a bad backup is found out, found none',
          mend: 'write "restores: db" in the step that restores it',
        },
        {
          at: '30:93 readiness.alerts.if-not.backups.none',
          says: 'expected the name of a surface (db, keys, files), found "none"',
          mend: undefined,
        },
      ],
    },
    {
      fact: 'a latency is that of a corruption',
      from: 'cuts-off: here,',
      to: 'cuts-off: here, latency: 1h,',
      problems: [
        {
          at: '16:50 incidents.outage.latency',
          says: 'expected "corrupts" beside "latency", found "latency"',
          mend: 'name the surfaces whose content is bad, or remove it: what destroys is noticed at once',
        },
      ],
    },
    {
      fact: 'an onset is that of a corruption',
      from: 'cuts-off: here,',
      to: 'cuts-off: here, onset: known,',
      problems: [
        {
          at: '16:50 incidents.outage.onset',
          says: 'expected "corrupts" beside "onset", found "onset"',
          mend: 'name the surfaces whose content is bad, or remove it: what destroys is noticed at once',
        },
      ],
    },
    {
      fact: 'no site is within itself',
      from: '  here: {}\n',
      to: '  here: { within: zone }\n',
      problems: [
        {
          at: '4:19 sites.here.within',
          says: 'expected sites that are not within themselves, found here → zone → here',
          mend: 'remove one "within" of the circle',
        },
      ],
    },
    {
      fact: 'no keys are read with themselves',
      from: 'keys: { on: here, replication: {',
      to: 'keys: { on: here, replication: { readable-with: db,',
      problems: [
        {
          at: '8:3 surfaces.db',
          says: 'expected keys that can be read without themselves, found db → keys → db',
          mend: 'remove one "readable-with" of the circle',
        },
      ],
    },
    {
      fact: 'a surface says where it lives',
      from: 'files: { on: here, size',
      to: 'files: { size',
      problems: [
        {
          at: '14:3 surfaces.files',
          says: 'expected the key "on": where it lives, as the file has sites (here, zone, there), found none',
          mend: 'add "on", and write "on: here"',
        },
      ],
    },
    {
      fact: 'a copy says where it lives',
      from: 'base-backup: { on: there, ',
      to: 'base-backup: { ',
      problems: [
        {
          at: '11:5 surfaces.db.base-backup',
          says: 'expected the key "on": where it lives, as the file has sites (here, zone, there), found none',
          mend: 'add "on", and write "on: here"',
        },
      ],
    },
    {
      fact: 'a shared transfer is not given up',
      from: 'stops-after: 1h }',
      to: 'stops-after: 1h, over: wire }',
      problems: [
        {
          at: '29:83 runbook.replay.transfers.stops-after',
          says: 'expected a transfer that is alone on the wire, as a shared one has no time of its own, found "stops-after"',
          mend: 'remove "over" or "stops-after"',
        },
      ],
    },
    {
      fact: 'only a log is given up',
      from: 'bytes: db.log-to-replay',
      to: 'bytes: files.size',
      problems: [
        {
          at: '29:77 runbook.replay.transfers.stops-after',
          says: 'expected a transfer of a log ("postgresql.log-to-replay"), of which a part can be left out, found "stops-after"',
          mend: 'remove "stops-after": half of anything else is no use',
        },
      ],
    },
    {
      fact: 'a site is known',
      from: 'cuts-off: here',
      to: 'cuts-off: hre',
      problems: [
        {
          at: '16:44 incidents.outage.cuts-off',
          says: 'expected the name of a site (here, zone, there), found "hre"',
          mend: 'did you mean "here"?',
        },
      ],
    },
    {
      fact: 'a site around another is known',
      from: 'within: here',
      to: 'within: her',
      problems: [
        {
          at: '5:19 sites.zone.within',
          says: 'expected the name of a site (here, zone, there), found "her"',
          mend: 'did you mean "here"?',
        },
      ],
    },
    {
      fact: 'a site of a surface is known',
      from: 'keys: { on: here',
      to: 'keys: { on: her',
      problems: [
        {
          at: '13:15 surfaces.keys.on',
          says: 'expected the name of a site (here, zone, there), found "her"',
          mend: 'did you mean "here"?',
        },
      ],
    },
    {
      fact: 'a site of a copy is known',
      from: 'replica: { on: there',
      to: 'replica: { on: ther',
      problems: [
        {
          at: '10:20 surfaces.db.replica.on',
          says: 'expected the name of a site (here, zone, there), found "ther"',
          mend: 'did you mean "there"?',
        },
      ],
    },
    {
      fact: 'a site of a log is known',
      from: 'log-archive: { on: there',
      to: 'log-archive: { on: thre',
      problems: [
        {
          at: '12:24 surfaces.db.log-archive.on',
          says: 'expected the name of a site (here, zone, there), found "thre"',
          mend: 'did you mean "there"?',
        },
      ],
    },
    {
      fact: 'a site is named once',
      from: 'cuts-off: here',
      to: 'cuts-off: [here, here]',
      problems: [{ at: '16:51 incidents.outage.cuts-off[1]', says: 'expected each name once, found "here" again' }],
    },
    {
      fact: 'a corrupted surface is known',
      from: 'corrupts: [db, files]',
      to: 'corrupts: [db, file]',
      problems: [
        {
          at: '17:49 incidents.ransom.corrupts[1]',
          says: 'expected the name of a surface (db, keys, files), found "file"',
          mend: 'did you mean "files"?',
        },
      ],
    },
    {
      fact: 'a surface is named once',
      from: 'corrupts: [db, files]',
      to: 'corrupts: [db, db]',
      problems: [{ at: '17:49 incidents.ransom.corrupts[1]', says: 'expected each name once, found "db" again' }],
    },
    {
      fact: 'keys are known',
      from: 'readable-with: keys',
      to: 'readable-with: kys',
      problems: [
        {
          at: '10:51 surfaces.db.replica.readable-with',
          says: 'expected the name of a surface (db, keys, files), found "kys"',
          mend: 'did you mean "keys"?',
        },
      ],
    },
    {
      fact: 'a delayed step is known',
      from: 'onset: unknown',
      to: 'onset: unknown, delays: { declre: 1h }',
      problems: [
        {
          at: '17:96 incidents.ransom.delays.declre',
          says: 'expected the name of a step (declare, search, restore, replay), found "declre"',
          mend: 'did you mean "declare"?',
        },
      ],
    },
    {
      fact: 'a searched surface is known',
      from: 'backups-of: db',
      to: 'backups-of: dbs',
      problems: [
        {
          at: '27:55 runbook.search.searches.backups-of',
          says: 'expected the name of a surface (db, keys, files), found "dbs"',
          mend: 'did you mean "db"?',
        },
      ],
    },
    {
      fact: 'a searched surface has backups',
      from: 'backups-of: db',
      to: 'backups-of: keys',
      problems: [
        {
          at: '27:55 runbook.search.searches.backups-of',
          says: 'expected a surface with "base-backup" or "snapshots", and "keys" has none, found "keys"',
        },
      ],
    },
  ])('$fact', ({ from, to, problems }) => {
    expect(sitedProblems(from, to)).toEqual(problems);
  });
});
