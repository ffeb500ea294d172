import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { ShellDocument, type ShellQuery, type ShellQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { urls } from '../urls';

type RequestArgs = Pick<LoaderFunctionArgs, 'request' | 'context'>;
export type Viewer = NonNullable<ShellQuery['viewer']>;

/** The signed-in person; anybody else is sent to the landing page, which says why. */
export async function requireViewer(args: RequestArgs): Promise<Viewer> {
  const { data } = await runQuery<ShellQuery, ShellQueryVariables>(args, ShellDocument, {});
  if (data.viewer === null) throw redirect(urls.signInNeeded);
  return data.viewer;
}
