import { GraphQLError } from 'graphql';
import type { z } from 'zod';

/** An opaque place in a list: what the row is sorted by. */
export function encodeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws GraphQLError with code BAD_USER_INPUT when the cursor is not one of a list with this order. */
export function decodeCursor<Place>(cursor: string, schema: z.ZodType<Place>): Place {
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw new GraphQLError(
    'This cursor does not belong to this list in this order. Take one from an answer to the same question.',
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a cursor: the schema refuses it.
    return undefined;
  }
}
