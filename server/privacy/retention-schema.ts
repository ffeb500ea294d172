import { builder } from '../graphql/builder';
import type { retention } from './retention';

/** For `instance.retention`: the policy that people read takes its numbers from here. */
export const RetentionRef = builder.objectRef<typeof retention>('Retention').implement({
  description: 'How long what is kept here, in days where nothing else is said; a job applies the same numbers.',
  fields: (t) => ({
    graceDays: t.exposeInt('graceDays', {
      description: 'From the removal of an authorization at TikTok until everything of the account is erased.',
    }),
    finishedRunDays: t.exposeInt('finishedRunDays', { description: 'Records of syncs and generations that ended.' }),
    failedJobDays: t.exposeInt('failedJobDays', { description: 'Background work that failed for good, with its reason.' }),
    sessionDays: t.exposeInt('sessionDays', { description: 'A signed-in browser without a visit.' }),
    archiveHours: t.exposeInt('archiveHours', { description: 'In hours: a copy of one’s data that waits to be downloaded.' }),
    receiptDays: t.exposeInt('receiptDays', { description: 'Receipts of erasures, which hold nothing of a person.' }),
  }),
});
