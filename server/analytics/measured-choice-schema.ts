import { builder } from '../graphql/builder';
import { armsOf } from './arms';
import { readCriterion, type ChoiceFamily } from './choice-key';
import { ChoiceFamilyEnum, EffectFields, effectText } from './choice-schema';
import type { CreatorAnalysis } from './creator-analysis';
import { effectOf, type EffectOfChoice } from './effect-of';
import { AnalyticsRef } from './schema';

/** An effect with its two sides counted. */
interface MeasuredChoice extends EffectOfChoice {
  aboveLevelCount: number;
  belowLevelCount: number;
}

const MeasuredChoiceRef = builder.objectRef<MeasuredChoice>('MeasuredChoice').implement({
  description: 'One choice against the creator’s other videos, with all that is needed to judge the number.',
  interfaces: [EffectFields],
  fields: (t) => ({
    family: t.field({ type: ChoiceFamilyEnum, description: 'Kind of the choice.', resolve: ({ criterion }) => criterion.kind }),
    key: t.exposeString('key', {
      description: 'The choice; of hashtags that nearly always come together the most frequent, which stands for all of them.',
    }),
    aboveLevelCount: t.exposeInt('aboveLevelCount', {
      description: 'How many of the n videos stand above the creator’s own level at equal age: residual above 0.',
    }),
    belowLevelCount: t.exposeInt('belowLevelCount', { description: 'How many of the n videos do not.' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: effectText.intervalLevel }),
    minimumN: t.exposeInt('minimumN', { description: effectText.minimumN }),
    methodVersion: t.exposeString('methodVersion', { description: effectText.methodVersion }),
  }),
});

builder.objectField(AnalyticsRef, 'choiceEffect', (t) =>
  t.field({
    type: MeasuredChoiceRef,
    nullable: true,
    description:
      'The effect of one choice: the question that each recommendation keeps, so that its number can be had again. Over all comparable videos, whatever the period. ' +
      'Null where the creator never made the choice, and for a key that names none that is compared.',
    args: {
      family: t.arg({ type: ChoiceFamilyEnum, required: true, description: 'Kind of the choice.' }),
      key: t.arg.string({ required: true, description: 'Which one: see the kind.' }),
    },
    resolve: ({ analysis }, { family, key }) => measure(analysis, family, key),
  }),
);

function measure(analysis: CreatorAnalysis, family: ChoiceFamily, key: string): MeasuredChoice | null {
  const asked = readCriterion(family, key, analysis.choices.timeZone);
  const found = asked && effectOf(analysis.choices, asked);
  if (!found) return null;
  const { chosen } = armsOf(analysis.comparisons, found.criterion);
  const aboveLevelCount = chosen.filter(({ residual }) => residual > 0).length;
  return { ...found, aboveLevelCount, belowLevelCount: chosen.length - aboveLevelCount };
}
