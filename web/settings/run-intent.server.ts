import type { ActionFunctionArgs } from '@remix-run/node';
import {
  DisconnectTikTokDocument,
  SignOutDocument,
  UpdateSettingsDocument,
  type DisconnectTikTokMutation,
  type DisconnectTikTokMutationVariables,
  type SignOutMutation,
  type SignOutMutationVariables,
  type UpdateSettingsMutation,
  type UpdateSettingsMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { languageCookie } from '../i18n/i18next.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

interface Answer {
  notice: ActionNotice;
  headers: Headers;
  isSignedOut?: boolean;
}

/** Saves preferences, disconnects an account or signs out. */
export async function runSettingsIntent(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<Answer> {
  const form = await args.request.formData();
  switch (form.get('intent')) {
    case 'preferences': {
      const locale = form.get('locale') === 'EN' ? 'EN' : 'FR';
      const { data, headers } = await runMutation<UpdateSettingsMutation, UpdateSettingsMutationVariables>(
        args,
        UpdateSettingsDocument,
        { input: { locale, timeZone: String(form.get('timeZone') ?? '') } },
      );
      // The same language stays after signing out.
      headers.append('set-cookie', await languageCookie.serialize(locale === 'EN' ? 'en' : 'fr'));
      return { notice: noticeFor(data.updateSettings, 'settingsSaved'), headers };
    }
    case 'disconnect': {
      const { data, headers } = await runMutation<DisconnectTikTokMutation, DisconnectTikTokMutationVariables>(
        args,
        DisconnectTikTokDocument,
        { input: { connectionId: String(form.get('connectionId') ?? '') } },
      );
      const result = data.disconnectTikTok;
      if (result.__typename === 'DisconnectTikTokSuccess' && !result.isRevokedAtTikTok) {
        return { notice: { tone: 'warning', key: 'disconnectedNotRevoked' }, headers };
      }
      return { notice: noticeFor(result, 'disconnected'), headers };
    }
    case 'sign-out': {
      const { headers } = await runMutation<SignOutMutation, SignOutMutationVariables>(args, SignOutDocument, {});
      return { notice: { tone: 'good', key: 'signedOut' }, headers, isSignedOut: true };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
