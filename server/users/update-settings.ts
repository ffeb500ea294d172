import type { User } from '../db/generated/client/client';
import type { Locale } from '../db/generated/client/enums';
import type { Database } from '../db/database';
import { InvalidInputError } from './errors';
import { updateUser } from './queries';
import { isTimeZone } from './time-zone';

/** What is left out stays as it is. @throws InvalidInputError for an unknown time zone. */
export async function updateSettings(
  { userId, locale, timeZone }: { userId: string; locale?: Locale | null; timeZone?: string | null },
  { db }: { db: Database },
): Promise<User> {
  if (timeZone != null && !isTimeZone(timeZone)) {
    throw new InvalidInputError(
      'timeZone',
      `“${timeZone.slice(0, 60)}” is not a time zone. Choose one such as Europe/Paris or America/Montreal.`,
    );
  }
  return updateUser(db, userId, { locale: locale ?? undefined, timeZone: timeZone ?? undefined });
}
