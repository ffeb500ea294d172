import { builder } from '../graphql/builder';
import type { LanguageModelTerms } from '../language-model/language-model';
import { ViewerRef } from '../users/schema';
import { monthEnd, monthlyCostGapOf, monthOf, usdOf, type MonthlyUsage } from './model-usage';
import { getMonthlyUsage } from './model-usage-queries';

declare module '../graphql/context' {
  interface Dependencies {
    /** Null where no language model is configured. */
    languageModelTerms: LanguageModelTerms | null;
  }
}

export const CostGapEnum = builder.enumType('LanguageModelCostGap', {
  description: 'Why a cost of the language model is unknown.',
  values: {
    NOT_ASKED: { description: 'No language model was asked, or none was charged.' },
    NO_PRICES: {
      description: 'The operator has set no prices (OPENAI_INPUT_PRICE, OPENAI_OUTPUT_PRICE), or had not at the time.',
    },
    NOT_COUNTED: { description: 'The model’s server did not say how many tokens it took.' },
  } as const,
});

const LanguageModelUsageRef = builder
  .objectRef<MonthlyUsage & { tokenCeiling: number; resetsAt: Date }>('LanguageModelUsage')
  .implement({
    description: 'What the person has used of the language model in a calendar month in UTC, over all accounts.',
    fields: (t) => ({
      month: t.exposeString('month', { description: 'The calendar month in UTC, such as 2026-11.' }),
      tokensUsed: t.exposeInt('tokensUsed', {
        description:
          'Tokens sent and received, usable answers or not. A request that is under way, or whose tokens the server did not count, counts with the most it can take.',
      }),
      tokenCeiling: t.exposeInt('tokenCeiling', {
        description: 'Tokens that one person may use in a month, as the operator set it; beyond, statistics speak.',
      }),
      resetsAt: t.expose('resetsAt', {
        type: 'DateTime',
        description: 'Start of the next month in UTC, when `tokensUsed` is 0 again.',
      }),
      costUsd: t.float({
        nullable: true,
        description:
          'Cost of the answers so far in US dollars, at the prices set when each was given. Null where one is unknown; `costGap` says why.',
        resolve: ({ costMicroUsd }) => usdOf(costMicroUsd),
      }),
      costGap: t.field({
        type: CostGapEnum,
        nullable: true,
        description: 'Why the cost is unknown; null where it is known.',
        resolve: (usage) => monthlyCostGapOf(usage),
      }),
    }),
  });

builder.objectField(ViewerRef, 'languageModelUsage', (t) =>
  t.field({
    type: LanguageModelUsageRef,
    nullable: true,
    description: 'What the person has used of the language model this month; null where none is configured.',
    resolve: ({ id }, _args, { deps: { db, systemNow, languageModelTerms } }) => {
      if (!languageModelTerms) return null;
      const now = systemNow();
      return {
        ...getMonthlyUsage(db, id, monthOf(now)),
        tokenCeiling: languageModelTerms.monthlyTokens,
        resetsAt: monthEnd(now),
      };
    },
  }),
);
