import { parseCursorConnectionArgs } from '@pothos/core';
import { defaultPageSize, maximumPageSize } from './limits';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

interface PageQuestion<Row> {
  args: PageArguments;
  cursorOf: (row: Row) => string;
  /** The rows between the cursors, `limit` at most, from the end backwards when `isInverted`. */
  list: (page: { after?: string; before?: string; limit: number; isInverted: boolean }) => Row[] | Promise<Row[]>;
  totalCount: () => number | Promise<number>;
}

/** A page of a list that is walked by key, with its total counted only when it is asked for. */
export async function resolvePage<Row>({ args, cursorOf, list, totalCount }: PageQuestion<Row>) {
  const page = parseCursorConnectionArgs({ args, defaultSize: defaultPageSize, maxSize: maximumPageSize });
  const { after, before, limit, inverted, expectedSize } = page;
  const rows = await list({ after, before, limit, isInverted: inverted });
  const kept = rows.slice(0, expectedSize);
  if (inverted) kept.reverse();
  const edges = kept.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasPreviousPage: page.hasPreviousPage(rows.length),
      hasNextPage: page.hasNextPage(rows.length),
    },
    totalCount,
  };
}

/** The builder counts five rows for any list; this makes it as many as the page can hold. */
export function pageComplexity({ first, last }: PageArguments) {
  return { field: 1, multiplier: Math.min(maximumPageSize, Math.max(1, first ?? last ?? defaultPageSize)) / 5 };
}
