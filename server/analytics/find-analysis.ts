import type { GraphQLContext } from '../graphql/context';
import { defaultTimeZone } from '../users/time-zone';
import { loadInBatch } from '../videos/request-batch';
import type { Analyses } from './analyses';
import type { CreatorAnalysis } from './creator-analysis';

declare module '../graphql/context' {
  interface Dependencies {
    analyses: Analyses;
  }
}

/**
 * The analysis of a connection in a time zone, the person's when none is given. All fields of an answer that ask for it together ask once. The
 * connection must be the person's: whoever holds its row got it with the owner in the `where`.
 */
export async function findAnalysis(
  context: GraphQLContext,
  connectionId: string,
  timeZone = context.viewer?.timeZone ?? defaultTimeZone,
): Promise<CreatorAnalysis> {
  const { analyses } = context.deps;
  return loadInBatch(context, `analysis ${timeZone}`, connectionId, (ids) => {
    const running = new Map([...new Set(ids)].map((id) => [id, analyses.get({ connectionId: id, timeZone })]));
    return ids.map((id) => running.get(id)!);
  });
}
