import { builder } from '../graphql/builder';

export const RecommendationTypeEnum = builder.enumType('RecommendationType', {
  description: 'What a recommendation is about.',
  values: {
    CONTENT_IDEA: { description: 'What to make: a series to go on with, or a sequel to a video that stood out.' },
    SCRIPT: { description: 'The outline of a video, from one that stood out.' },
    HASHTAGS: { description: 'Hashtags to keep.' },
    TIMING: { description: 'When to post.' },
    FORMAT: { description: 'Which length or form.' },
  } as const,
});
