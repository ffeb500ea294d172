import type { Retention } from './legal-text';
import { privacyEn } from './privacy-en';
import { privacyFr } from './privacy-fr';

/** Numbers that no sentence has for another reason. */
const retention: Retention = {
  graceDays: 1001,
  finishedRunDays: 1002,
  failedJobDays: 1003,
  receiptDays: 1004,
  sessionDays: 1005,
  archiveHours: 1006,
};

test.each([
  ['French', privacyFr],
  ['English', privacyEn],
])('the %s policy names every period that the server applies', (_language, policy) => {
  const { sections } = policy({ languageModel: null, retention });
  const text = sections.flatMap(({ paragraphs, items = [] }) => [...paragraphs, ...items]).join(' ');
  for (const period of Object.values(retention)) expect(text).toContain(String(period));
});
