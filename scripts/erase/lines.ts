import type { Erased, ErasedPassage } from '@/lib/db/erase';

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Describes what was erased, or would be; a line for each kind. It never repeats the words. */
export function describeErased(erased: Erased, { dryRun }: { dryRun: boolean }): string[] {
  const verb = dryRun ? 'Would be erased' : 'Erased';
  if ('version' in erased) {
    const { versions, passages } = erased.version;
    return [
      `${verb}: the words of version ${versions.join(', ')}${versions.length > 1 ? ', which are the same' : ''}, and what was kept of ${count(passages, 'passage')}.`,
    ];
  }
  const { passage } = erased;
  return [
    ...passage.sources.flatMap((source) => [
      `${verb} in ${count(source.documents, 'held document')} of ${source.name}.`,
      ...(source.bytes === 'dropped'
        ? [
            '  Words cannot be replaced in its format: its kept bytes go as a whole. It cannot be read anew by a later version until a file without the words is ingested in its place.',
          ]
        : []),
    ]),
    `${verb} in ${count(passage.versions, 'former version')}, ${count(passage.passages, 'former passage')}, ${count(passage.others, 'other row')}.`,
    ...describeElsewhere(passage),
  ];
}

function describeElsewhere({ elsewhere }: ErasedPassage): string[] {
  return elsewhere.length === 0
    ? []
    : [`The same words stand in other documents, which were not named and stay: ${elsewhere.join(' ')}`];
}

/** What no command of the portal reaches, and what to do. */
export const OUT_OF_REACH: readonly string[] = [
  'Out of reach of this command, see docs/operating.md:',
  '  your own files: take the words out of them, and out of corrections.yml and manifests; an ingest of a text that has them is refused',
  '  backups made before: make a new one, and delete the former ones; or erase again after a restore',
  "  the database's log (WAL), its archive and replicas: they forget with their own retention",
  '  a cache or CDN in front: purge the pages of the document; what browsers and search engines keep is theirs to drop',
  '  logs of the terminal and of the service, where an ingest was stopped and named the words',
];
