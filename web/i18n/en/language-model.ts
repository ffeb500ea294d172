import type { Texts } from '../fr';

export const languageModel: Pick<Texts, 'languageModel'> = {
  languageModel: {
    title: 'Language model',
    intro:
      'Statistics decide, the model “{{model}}” finds the words. For that it gets the findings and captions of your videos; nothing of your profile.',
    used: 'Tokens of text in {{month}}',
    usedOf: '{{used}} of {{ceiling}}',
    reached: 'Ceiling reached: statistics speak alone.',
    resets: 'The count starts from zero on {{date}} at midnight UTC.',
    reserve: 'Each request first sets aside the most it can take: the ceiling may be reached before the bar is full.',
    cost: 'Cost since the start of the month: {{cost}}.',
    noCost: {
      NOT_ASKED: 'No cost: the model was not used.',
      NO_PRICES: 'Cost unknown: the operator has set no prices.',
      NOT_COUNTED: 'Cost unknown: the model’s server does not count its tokens.',
    },
  },
};
