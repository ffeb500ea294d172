import type { Texts } from '../fr';

export const outliers: Pick<Texts, 'outliers'> = {
  outliers: {
    badge: { UP: 'Outlier above · {{probability}}', DOWN: 'Outlier below · {{probability}}' },
    sentence: {
      UP: 'An outlier upward, with a probability of {{probability}}: your ordinary variation hardly explains it (estimated from {{n}} videos).',
      DOWN: 'An outlier downward, with a probability of {{probability}}: your ordinary variation hardly explains it (estimated from {{n}} videos).',
      NONE: 'This distance may be ordinary variation: the probability of an outlier is {{probability}} (we say so from {{threshold}} on; estimated from {{n}} videos).',
    },
    young: 'Before seven days of age this probability is more careful.',
    tooFew: 'To tell whether it is out of the ordinary for you, it takes {{minimum}} compared videos.',
    filter: 'Outliers',
    any: 'All videos',
    both: 'Outliers only',
    up: 'Upward',
    down: 'Downward',
  },
};
