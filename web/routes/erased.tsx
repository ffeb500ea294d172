import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ReceiptPage } from '../erasure/receipt-page';
import { ErasureReceiptDocument, type ErasureReceiptQuery, type ErasureReceiptQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'erased');

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { data } = await runQuery<ErasureReceiptQuery, ErasureReceiptQueryVariables>(
    { request, context },
    ErasureReceiptDocument,
    { receipt: params['receiptId'] ?? '' },
  );
  if (!data.erasureReceipt) throw new Response(null, { status: 404 });
  return { receipt: data.erasureReceipt };
}

export default function ErasedRoute() {
  const { receipt } = useLoaderData<typeof loader>();
  return <ReceiptPage receipt={receipt} />;
}

export { RouteError as ErrorBoundary };
