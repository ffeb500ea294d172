import { findAnalysis } from '../analytics/find-analysis';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { limits } from './experiment';
import { type Planning, planningFrom, testSize, type TestSize } from './plan-experiment';
import { detectableDescription } from './schema';

const TestSizeRef = builder.objectRef<TestSize>('ExperimentTestSize').implement({
  description: 'What an experiment of so many videos could find, and how long it would take.',
  fields: (t) => ({
    videosPerArm: t.exposeInt('videosPerArm', { description: 'Videos for each side.' }),
    detectableDifference: t.exposeFloat('detectableDifference', { description: detectableDescription }),
    weeks: t.exposeFloat('weeks', {
      nullable: true,
      description: '2 · videosPerArm / videosPerWeek: weeks until the last video is published; null without a rhythm.',
    }),
  }),
});

const PlanningRef = builder.objectRef<Planning>('ExperimentPlanning').implement({
  description: 'What the account’s past says about an experiment to come, so that nobody starts a hopeless one.',
  fields: (t) => ({
    scatter: t.exposeFloat('scatter', { description: 'Standard deviation of ln(views) within the creator.' }),
    isScatterOwn: t.exposeBoolean('isScatterOwn', {
      description:
        'Whether the scatter is the creator’s own; with fewer than five videos old enough it is the usual one of creators, 1.1.',
    }),
    videosPerWeek: t.exposeFloat('videosPerWeek', {
      nullable: true,
      description: 'Videos a week over the eight weeks before the newest one; null without two videos.',
    }),
    suggestedVideosPerArm: t.exposeInt('suggestedVideosPerArm', {
      description: `Fewest videos for each side that find twice as many views (ln 2) with 80 % probability, ${limits.fewestPerArm} to ${limits.mostPerArm}.`,
    }),
    sizes: t.field({
      type: [TestSizeRef],
      description: 'What experiments of these sizes could find.',
      args: {
        videosPerArm: t.arg.intList({
          required: true,
          description: `Videos for each side: up to ten numbers from ${limits.fewestPerArm} to ${limits.mostPerArm}; others are left out.`,
        }),
      },
      resolve: (planning, { videosPerArm }) =>
        videosPerArm
          .filter(isPlannable)
          .slice(0, 10)
          .map((n) => testSize(n, planning)),
    }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'experimentPlanning', (t) =>
  t.field({
    type: PlanningRef,
    description: 'What its past says about an experiment to come.',
    resolve: async ({ id }, _args, context) => planningFrom(await findAnalysis(context, id)),
  }),
);

function isPlannable(videosPerArm: number): boolean {
  return videosPerArm >= limits.fewestPerArm && videosPerArm <= limits.mostPerArm;
}
