import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { ShellDocument, type ConnectionBadgeFragment, type ShellQuery, type ShellQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { urls } from '../urls';

type RequestArgs = Pick<LoaderFunctionArgs, 'request' | 'context'>;
type Viewer = NonNullable<ShellQuery['viewer']>;

/** The signed-in person; anybody else is sent to the landing page, which says why. */
export async function requireViewer(args: RequestArgs): Promise<Viewer> {
  const { data } = await runQuery<ShellQuery, ShellQueryVariables>(args, ShellDocument, {});
  if (data.viewer === null) throw redirect(urls.signInNeeded);
  return data.viewer;
}

/** The account a page is about: the one in `?connection=`, else the first that is read, else any; null without accounts. */
export function chooseConnection(viewer: Viewer, asked: string | null): ConnectionBadgeFragment | null {
  const connections = viewer.tiktokConnections.nodes;
  return connections.find(({ id }) => id === asked) ?? connections.find(({ isActive }) => isActive) ?? connections[0] ?? null;
}
