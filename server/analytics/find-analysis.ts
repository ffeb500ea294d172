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
 * The analysis of a connection in the person's time zone. All fields of an answer that ask for it together ask once. The
 * connection must be the person's: whoever holds its row got it with the owner in the `where`.
 */
export async function findAnalysis(context: GraphQLContext, connectionId: string): Promise<CreatorAnalysis> {
  const { analyses } = context.deps;
  const timeZone = context.viewer?.timeZone ?? defaultTimeZone;
  return loadInBatch(context, 'analysis', connectionId, (ids) => {
    const running = new Map([...new Set(ids)].map((id) => [id, analyses.get({ connectionId: id, timeZone })]));
    return ids.map((id) => running.get(id)!);
  });
}
