import { answerQuery } from '../graphql/answer-query';
import { builder } from '../graphql/builder';
import { NotFoundError } from '../users/errors';
import type { comparedMetrics } from './compare-numbers';
import { TOLERANCE, type NumberDifference, type ReproductionReason } from './compare-numbers';
import { reproduceRecommendation, type ReproducedRecommendation } from './reproduce-recommendation';
import { RecommendationRef } from './schema';
import { wordReproduction } from './wording/reproduction';
import type { Locale } from './wording/wording';

const ReproductionReasonEnum = builder.enumType('ReproductionReason', {
  description: 'Why the numbers of a recommendation are the same as when it was made, or are not.',
  values: {
    SAME: { description: 'They are the same.' },
    DATA_CHANGED: { description: 'Newer readings came in since, and give other numbers.' },
    METHOD_CHANGED: {
      description: 'The method has another version; without numbers where the stored question is one that it does not answer.',
    },
    NO_LONGER_MEASURED: { description: 'Too few videos have the choice, or none, to measure anything today.' },
    NOT_REPRODUCED: {
      description: 'The same readings and method give other numbers: what is stored was not computed from them.',
    },
    DOCUMENT_REFUSED: {
      description: 'The stored document or its variables are not the ones that Crealia writes; it was not run.',
    },
  } satisfies Record<ReproductionReason, object>,
});

const EvidenceNumberEnum = builder.enumType('EvidenceNumber', {
  description: 'A number of some evidence.',
  values: {
    EFFECT: { description: '`effect`, in ln(views).' },
    LOW: { description: '`low`, in ln(views).' },
    HIGH: { description: '`high`, in ln(views).' },
    N: { description: '`n`: videos with the choice.' },
    OTHER_COUNT: { description: 'The other compared videos: `n` of the second arm.' },
  } satisfies Record<(typeof comparedMetrics)[number], object>,
});

const EvidenceDifferenceRef = builder.objectRef<NumberDifference>('EvidenceDifference').implement({
  description: 'A number that is no longer what was stored.',
  fields: (t) => ({
    metric: t.expose('metric', { type: EvidenceNumberEnum, description: 'Which number.' }),
    stored: t.exposeFloat('stored', { description: 'When the recommendation was made.' }),
    now: t.exposeFloat('now', { nullable: true, description: 'Today; null where it cannot be measured any more.' }),
  }),
});

interface Reproduced extends ReproducedRecommendation {
  locale: Locale;
}

const SuccessRef = builder.objectRef<Reproduced>('ReproduceRecommendationSuccess').implement({
  description: 'What the stored document answers today, beside what was stored.',
  fields: (t) => ({
    recommendation: t.expose('recommendation', {
      type: RecommendationRef,
      description: 'The recommendation; it is left as it is.',
    }),
    holds: t.boolean({
      description: `Whether today’s numbers are the stored ones: effect and interval within ${TOLERANCE} in ln(views), counts equal.`,
      resolve: ({ reason }) => reason === 'SAME',
    }),
    reason: t.expose('reason', { type: ReproductionReasonEnum, description: 'Why they are, or are not.' }),
    conclusionStands: t.exposeBoolean('conclusionStands', {
      nullable: true,
      description:
        'Whether today’s numbers would carry the same advice: a verdict on the same side. Null where nothing can be measured.',
    }),
    statement: t.string({
      description: 'The same in a sentence or two, in the person’s language.',
      resolve: ({ locale, recommendation: { evidence }, ...compared }) => wordReproduction({ ...compared, evidence }, locale),
    }),
    ranAt: t.expose('ranAt', { type: 'DateTime', description: 'When it was asked, in the time of the data.' }),
    n: t.int({ nullable: true, description: 'Videos with the choice, today.', resolve: ({ now }) => now?.n }),
    otherCount: t.int({
      nullable: true,
      description: 'The other compared videos, today.',
      resolve: ({ now }) => now?.otherCount,
    }),
    effect: t.float({
      nullable: true,
      description: 'Today’s estimate in ln(views); null where there is none.',
      resolve: ({ now }) => now?.effect,
    }),
    low: t.float({ nullable: true, description: 'Lower end of its interval.', resolve: ({ now }) => now?.low }),
    high: t.float({ nullable: true, description: 'Upper end of its interval.', resolve: ({ now }) => now?.high }),
    differences: t.expose('differences', { type: [EvidenceDifferenceRef], description: 'The numbers that differ.' }),
    goneVideoCount: t.exposeInt('goneVideoCount', {
      description: 'Videos named for or against it that TikTok no longer returns, or that are gone here.',
    }),
    asOf: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Time of the newest reading that went into today’s numbers.',
      resolve: ({ now }) => now?.asOf,
    }),
    dataVersion: t.int({
      nullable: true,
      description: 'Version of the readings that gave today’s numbers.',
      resolve: ({ now }) => now?.dataVersion,
    }),
    methodVersion: t.string({
      nullable: true,
      description: 'Version of the method that gave today’s numbers.',
      resolve: ({ now }) => now?.methodVersion,
    }),
  }),
});

const InputRef = builder.inputType('ReproduceRecommendationInput', {
  description: 'Which recommendation.',
  fields: (t) => ({
    recommendationId: t.globalID({ required: true, for: [RecommendationRef], description: 'The recommendation.' }),
  }),
});

builder.mutationField('reproduceRecommendation', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: SuccessRef,
    description:
      'Asks the document that a recommendation keeps again, as the signed-in person, and says whether its numbers still hold. ' +
      'It changes nothing; it is a mutation because it is done on purpose, costs a computation where readings came in, and must not be asked by a stored query itself.',
    errors: { types: [NotFoundError] },
    // It runs an operation of its own, possibly in another time zone.
    complexity: 1000,
    args: { input: t.arg({ type: InputRef, required: true, description: 'Which recommendation.' }) },
    resolve: async (_root, { input }, context, { schema }) => ({
      ...(await reproduceRecommendation(
        { recommendationId: input.recommendationId.id, ownerId: context.viewer.id },
        { ...context.deps, ask: (document, variables) => answerQuery({ schema, document, variables }, context) },
      )),
      locale: context.viewer.locale,
    }),
  }),
);
