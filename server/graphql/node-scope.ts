import type { GraphQLContext } from './context';

/** Goes into the `where` of what a person owns. Nobody signed in owns nothing: ids are UUIDs, never empty. */
export function ownerIdOf({ viewer }: GraphQLContext): string {
  return viewer?.id ?? '';
}
