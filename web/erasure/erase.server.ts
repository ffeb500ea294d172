import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import {
  EraseAccountPreviewDocument,
  type EraseAccountPreviewQuery,
  type EraseAccountPreviewQueryVariables,
  EraseMyDataDocument,
  type EraseMyDataMutation,
  type EraseMyDataMutationVariables,
  ErasePreviewDocument,
  type ErasePreviewQuery,
  type ErasePreviewQueryVariables,
  EraseTikTokConnectionDocument,
  type EraseTikTokConnectionMutation,
  type EraseTikTokConnectionMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { runQuery } from '../graphql/run-query.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';
import { urls } from '../urls';
import type { ErasePlan } from './erase-page';

type Args = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/** What would go: everything of the person, or the account that the address names. */
export async function loadErasePlan(args: Args): Promise<ErasePlan> {
  const connectionId = accountOf(args.request);
  const viewer =
    connectionId === null
      ? (await runQuery<ErasePreviewQuery, ErasePreviewQueryVariables>(args, ErasePreviewDocument, {})).data.viewer
      : (
          await runQuery<EraseAccountPreviewQuery, EraseAccountPreviewQueryVariables>(args, EraseAccountPreviewDocument, {
            connectionId,
          })
        ).data.viewer;
  if (viewer === null) throw redirect(urls.signInNeeded);
  const accounts = viewer.tiktokConnections.nodes;
  const account = accounts.find(({ id }) => id === connectionId);
  if (connectionId !== null && (!account || !viewer.erasurePreview)) throw new Response(null, { status: 404 });
  // The only account goes with everything else.
  if (account && accounts.length === 1) throw redirect(urls.erase());
  return {
    account: account ? { id: account.id, name: account.displayName } : null,
    accountNames: (account ? [account] : accounts).map(({ displayName }) => displayName),
    rows: viewer.erasurePreview ?? [],
  };
}

/** Erases, and sends to the receipt; without the tick nothing happens. */
export async function runErase(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<ActionNotice> {
  const form = await args.request.formData();
  const isConfirmed = form.get('confirmed') === 'yes';
  const connectionId = accountOf(args.request);
  if (connectionId === null) {
    const { data, headers } = await runMutation<EraseMyDataMutation, EraseMyDataMutationVariables>(args, EraseMyDataDocument, {
      input: { isConfirmed },
    });
    const result = data.eraseMyData;
    if (result.__typename === 'EraseMyDataSuccess') throw redirect(urls.erased(result.receipt.id), { headers });
    return noticeFor(result, 'unknownIntent');
  }
  const { data, headers } = await runMutation<EraseTikTokConnectionMutation, EraseTikTokConnectionMutationVariables>(
    args,
    EraseTikTokConnectionDocument,
    { input: { connectionId, isConfirmed } },
  );
  const result = data.eraseTikTokConnection;
  if (result.__typename === 'EraseTikTokConnectionSuccess') throw redirect(urls.erased(result.receipt.id), { headers });
  return noticeFor(result, 'unknownIntent');
}

function accountOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('connection');
}
