import { data, redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { DemonstrationProblem } from '../demonstration/demonstration-problem';
import { LetDaysPassDocument, type LetDaysPassMutation, type LetDaysPassMutationVariables } from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor } from '../shell/action-notice';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { localAddress, urls } from '../urls';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'demonstration');

export const loader = ({ request }: { request: Request }) => (request.method === 'GET' ? redirect(urls.landing) : null);

/** Lets days pass and goes back to the page one came from, whose banner shows how far they are. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { data: answer } = await runMutation<LetDaysPassMutation, LetDaysPassMutationVariables>(
    { request, context },
    LetDaysPassDocument,
    { input: { days: Number(form.get('days')) } },
  );
  if (answer.letDaysPass.__typename === 'LetDaysPassSuccess') {
    return redirect(localAddress(form.get('returnTo')));
  }
  return data({ notice: noticeFor(answer.letDaysPass, 'daysPassing') }, { status: 400 });
}

export default function DemonstrationRoute() {
  const answer = useActionData<typeof action>();
  return <DemonstrationProblem notice={answer?.notice} />;
}

export { RouteError as ErrorBoundary };
