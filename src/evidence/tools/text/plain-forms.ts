/** How the beginning of what a tool prints for people looks, and the command that prints it for programs. */
const PLAIN_FORMS: readonly { readonly begins: RegExp; readonly command: string }[] = [
  { begins: /^stanza: /m, command: 'pgbackrest info --output=json' },
  {
    begins: /^\S+ \d{8}T\d{6} - (?:\S+ - )?(?:FAILED|STARTED|\w{3} \w{3})/,
    command: 'barman -f json list-backups all',
  },
  { begins: /^(?:backup_)?name\s+(?:last_)?modified\s/m, command: 'wal-g backup-list --detail --json' },
  { begins: /^ID\s+Time\s+Host\s/m, command: 'restic snapshots --json' },
  { begins: /^NAME\s+STATUS\s+ERRORS\s/m, command: 'kubectl -n velero get backups.velero.io -o json' },
  { begins: /^NAME\s+AGE\s+CLUSTER\s/m, command: 'kubectl get backups.postgresql.cnpg.io -o json' },
  { begins: /^BACKUPJOBS\s/m, command: 'aws backup list-backup-jobs --output json' },
];

/** Words for a text that is what a tool prints for people; undefined for another. */
export function formMeantFor(
  begin: string,
): { readonly expected: string; readonly found: string; readonly mend: string } | undefined {
  const form = PLAIN_FORMS.find(({ begins }) => begins.test(begin));
  if (form === undefined) return undefined;
  return {
    expected: 'what a tool prints for programs',
    found: 'what it prints for people',
    mend: `write the output of "${form.command}"`,
  };
}
