import { builder } from '../graphql/builder';

/** How a video stands to the ordinary scatter of its creator; analytics tells. */
export type OutlierDirection = 'UP' | 'DOWN' | 'NONE';

declare module '../graphql/context' {
  interface Dependencies {
    /** Ids of the connection's videos that stand in one of these directions. Analytics comes later than videos: app.ts wires it. */
    findOutlierIds: (input: {
      connectionId: string;
      timeZone: string;
      directions: readonly OutlierDirection[];
    }) => Promise<string[]>;
  }
}

export const OutlierDirectionEnum = builder.enumType('OutlierDirection', {
  description: 'Whether a video is an outlier against its creator’s own level.',
  values: {
    UP: { description: 'An outlier upward, with a probability of 0.8 or more.' },
    DOWN: { description: 'An outlier downward, with a probability of 0.8 or more.' },
    NONE: { description: 'No outlier can be told: it lies within the ordinary scatter, or too near to it.' },
  } as const,
});
