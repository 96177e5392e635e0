import { awsBackupReader } from './readers/aws-backup.js';
import { barmanReader } from './readers/barman.js';
import { cloudNativePgReader } from './readers/cloudnative-pg.js';
import { pgStatArchiverReader } from './readers/pg-stat-archiver.js';
import { pgbackrestReader } from './readers/pgbackrest.js';
import { resticReader } from './readers/restic.js';
import { veleroReader } from './readers/velero.js';
import { walGReader } from './readers/wal-g.js';
import { walListingReader } from './readers/wal-listing.js';
import type { ToolReader } from './tool-reader.js';

/** Every reader; no two recognise the same document. */
export const TOOL_READERS: readonly ToolReader[] = [
  pgbackrestReader,
  barmanReader,
  walGReader,
  pgStatArchiverReader,
  walListingReader,
  cloudNativePgReader,
  veleroReader,
  resticReader,
  awsBackupReader,
];
