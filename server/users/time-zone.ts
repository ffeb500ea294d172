/** Whether this is a time zone that the runtime knows, such as Europe/Paris. Offsets such as +02:00 have no summer time and are refused. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const defaultTimeZone = 'Europe/Paris';
