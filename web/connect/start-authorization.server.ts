import type { ActionFunctionArgs } from '@remix-run/node';
import {
  StartTikTokAuthorizationDocument,
  type StartTikTokAuthorizationMutation,
  type StartTikTokAuthorizationMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { detectLanguage } from '../i18n/i18next.server';
import { isLanguage } from '../i18n/languages';
import { noticeFor, type ActionNotice } from '../shell/action-notice';
import { localAddress } from '../urls';

/** Reads the consent form and asks where to send the person; without the ticked box nothing is asked at all. */
export async function startAuthorization({
  request,
  context,
}: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<
  { authorizeUrl: string; headers: Headers } | { notice: ActionNotice }
> {
  const form = await request.formData();
  if (form.get('consent') !== 'ACCOUNT_ANALYTICS') return { notice: { tone: 'bad', key: 'consentNeeded' } };
  const language = form.get('language');
  const { data, headers } = await runMutation<StartTikTokAuthorizationMutation, StartTikTokAuthorizationMutationVariables>(
    { request, context },
    StartTikTokAuthorizationDocument,
    {
      input: {
        consents: form.get('research') === 'RESEARCH' ? ['ACCOUNT_ANALYTICS', 'RESEARCH'] : ['ACCOUNT_ANALYTICS'],
        policyVersion: String(form.get('policyVersion') ?? ''),
        locale: (isLanguage(language) ? language : await detectLanguage(request)) === 'en' ? 'EN' : 'FR',
        timeZone: String(form.get('timeZone') ?? '') || null,
        returnTo: localAddress(form.get('returnTo')),
      },
    },
  );
  const result = data.startTikTokAuthorization;
  return result.__typename === 'StartTikTokAuthorizationSuccess'
    ? { authorizeUrl: result.authorizeUrl, headers }
    : { notice: noticeFor(result, 'connected') };
}
