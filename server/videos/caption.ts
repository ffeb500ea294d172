/** Latin, Greek and Cyrillic accents; not the marks that other scripts spell with. */
const accents = /[\u0300-\u036f]/g;

/** Text as it is searched: "Été" finds "ETE" and the other way round. */
export function foldForSearch(text: string): string {
  return text.normalize('NFD').replace(accents, '').toLowerCase().normalize('NFC');
}
