import '../users/schema';
import '../users/session-schema';
import '../connections/schema';
import '../connections/mutations';
import '../connections/consent-schema';
import '../videos/schema';
import '../videos/sync-schema';
import '../analytics/schema';
import '../analytics/measured-choice-schema';
import '../predictions/schema';
import '../predictions/scoreboard-schema';
import '../predictions/mutations';
import '../recommendations/schema';
import '../recommendations/prediction-schema';
import '../recommendations/reproduction-schema';
import '../recommendations/generation-schema';
import '../trends/schema';
import '../experiments/schema';
import '../experiments/planning-schema';
import '../experiments/mutations';
import '../privacy/export-schema';
import '../privacy/erasure-schema';
import '../demonstration/schema';
import { builder } from './builder';
import { logMutations } from './mutation-log';

/** The whole schema: every feature has added its part to the builder by being imported. */
export const schema = logMutations(builder.toSchema());
