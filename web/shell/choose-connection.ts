import type { ConnectionBadgeFragment } from '../graphql/generated';

type Choosable = Pick<ConnectionBadgeFragment, 'id' | 'isActive' | 'connectedAt'>;

/** The account a page is about: the one asked for, else the one looked at last, else the newest that is read, else the newest. */
export function chooseConnection<Connection extends Choosable>(
  connections: readonly Connection[],
  asked: string | null,
  lookedAt: string | null,
): Connection | null {
  const newestFirst = [...connections].sort((a, b) => Date.parse(b.connectedAt) - Date.parse(a.connectedAt));
  return (
    connections.find(({ id }) => id === asked) ??
    connections.find(({ id, isActive }) => isActive && id === lookedAt) ??
    newestFirst.find(({ isActive }) => isActive) ??
    newestFirst[0] ??
    null
  );
}
