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
