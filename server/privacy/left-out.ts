import { personalTables } from './personal-tables';

/** What an archive does not hold, or holds to be read alone, and why: told in its manifest. */
export function listLeftOut(): { what: string; reason: string }[] {
  const tables = personalTables.flatMap(({ model, archive, reason, leftOut }) => [
    ...(archive === 'ABSENT' ? [{ what: model, reason: reason ?? '' }] : []),
    ...(archive === 'SHOWN' ? [{ what: `${model} (is there, is not imported)`, reason: reason ?? '' }] : []),
    ...Object.entries(leftOut).map(([column, why]) => ({ what: `${model}.${column}`, reason: why })),
  ]);
  return [
    ...tables,
    {
      what: 'Copies of covers and profile pictures',
      reason: 'They are TikTok’s, kept for a while so that pages can show them; the archive holds their addresses.',
    },
  ];
}
