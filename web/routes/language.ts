import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import {
  ShellDocument,
  UpdateSettingsDocument,
  type ShellQuery,
  type ShellQueryVariables,
  type UpdateSettingsMutation,
  type UpdateSettingsMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { runQuery } from '../graphql/run-query.server';
import { languageCookie } from '../i18n/i18next.server';
import { fallbackLanguage, isLanguage } from '../i18n/languages';
import { RouteError } from '../shell/route-error';
import { localAddress, urls } from '../urls';

export const loader = () => redirect(urls.landing);

/** Changes the language: in the browser's cookie, and in the settings of who is signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const asked = form.get('language');
  const language = isLanguage(asked) ? asked : fallbackLanguage;
  const { data } = await runQuery<ShellQuery, ShellQueryVariables>({ request, context }, ShellDocument, {});
  if (data.viewer !== null) {
    await runMutation<UpdateSettingsMutation, UpdateSettingsMutationVariables>({ request, context }, UpdateSettingsDocument, {
      input: { locale: language === 'en' ? 'EN' : 'FR' },
    });
  }
  return redirect(localAddress(form.get('returnTo')), {
    headers: { 'set-cookie': await languageCookie.serialize(language) },
  });
}

// With a page of its own, so that what goes wrong here is said on one; the loader leads everybody else away.
export default function LanguageRoute() {
  return null;
}

export { RouteError as ErrorBoundary };
