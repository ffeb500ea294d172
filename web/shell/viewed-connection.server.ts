import { createCookie, type LoaderFunctionArgs } from '@remix-run/node';
import type { ConnectionBadgeFragment } from '../graphql/generated';
import { chooseConnection } from './choose-connection';
import { requireViewer } from './require-viewer.server';

/** Which of several accounts is being looked at, so that it stays the same from page to page. */
const viewedCookie = createCookie('crealia-account', { path: '/', sameSite: 'lax', httpOnly: true });

/** The account that a page is about, and the headers that remember it; null without any account. */
export async function viewedConnection({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<{ connection: ConnectionBadgeFragment | null; headers: Headers }> {
  const viewer = await requireViewer({ request, context });
  const asked = new URL(request.url).searchParams.get('connection');
  const remembered: unknown = await viewedCookie.parse(request.headers.get('cookie'));
  const lookedAt = typeof remembered === 'string' ? remembered : null;
  const connection = chooseConnection(viewer.tiktokConnections.nodes, asked, lookedAt);
  const headers = new Headers();
  if (connection !== null && asked === connection.id && asked !== lookedAt) {
    headers.append('set-cookie', await viewedCookie.serialize(connection.id));
  }
  return { connection, headers };
}

/** Forgets it: who connects another account wants to see that one. */
export function forgetViewedConnection(): Promise<string> {
  return viewedCookie.serialize('', { maxAge: 0 });
}
