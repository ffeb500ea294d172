import type { ActionFunctionArgs } from '@remix-run/node';
import {
  DisconnectTikTokDocument,
  GiveConsentDocument,
  RevokeOtherSessionsDocument,
  RevokeSessionDocument,
  SignOutDocument,
  UpdateSettingsDocument,
  WithdrawConsentDocument,
  type DisconnectTikTokMutation,
  type DisconnectTikTokMutationVariables,
  type ConsentPurpose,
  type GiveConsentMutation,
  type GiveConsentMutationVariables,
  type RevokeOtherSessionsMutation,
  type RevokeOtherSessionsMutationVariables,
  type RevokeSessionMutation,
  type RevokeSessionMutationVariables,
  type SignOutMutation,
  type SignOutMutationVariables,
  type UpdateSettingsMutation,
  type UpdateSettingsMutationVariables,
  type WithdrawConsentMutation,
  type WithdrawConsentMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { languageCookie } from '../i18n/i18next.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

interface Answer {
  notice: ActionNotice;
  headers: Headers;
  isSignedOut?: boolean;
}

/** Saves preferences, gives or withdraws a consent, disconnects an account, ends sessions or signs out. */
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
    case 'give-consent': {
      const { data, headers } = await runMutation<GiveConsentMutation, GiveConsentMutationVariables>(args, GiveConsentDocument, {
        input: { purpose: readPurpose(form), policyVersion: String(form.get('policyVersion') ?? '') },
      });
      return { notice: noticeFor(data.giveConsent, 'consentGiven'), headers };
    }
    case 'withdraw-consent': {
      const { data, headers } = await runMutation<WithdrawConsentMutation, WithdrawConsentMutationVariables>(
        args,
        WithdrawConsentDocument,
        { input: { purpose: readPurpose(form) } },
      );
      const result = data.withdrawConsent;
      const stopped = result.__typename === 'WithdrawConsentSuccess' ? result.disconnected : [];
      const notice = noticeFor(result, stopped.length > 0 ? 'consentWithdrawnAndStopped' : 'consentWithdrawn');
      return {
        notice: { ...notice, ...(stopped.length > 0 && { detail: stopped.map((one) => one.displayName).join(', ') }) },
        headers,
      };
    }
    case 'revoke-session': {
      const { data, headers } = await runMutation<RevokeSessionMutation, RevokeSessionMutationVariables>(
        args,
        RevokeSessionDocument,
        { input: { sessionId: String(form.get('sessionId') ?? '') } },
      );
      const result = data.revokeSession;
      const isSignedOut = result.__typename === 'RevokeSessionSuccess' && result.isSignedOut;
      return { notice: noticeFor(result, 'sessionRevoked'), headers, isSignedOut };
    }
    case 'revoke-other-sessions': {
      const { data, headers } = await runMutation<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>(
        args,
        RevokeOtherSessionsDocument,
        {},
      );
      return { notice: noticeFor(data.revokeOtherSessions, 'otherSessionsRevoked'), headers };
    }
    case 'sign-out': {
      const { headers } = await runMutation<SignOutMutation, SignOutMutationVariables>(args, SignOutDocument, {});
      return { notice: { tone: 'good', key: 'signedOut' }, headers, isSignedOut: true };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}

/** Research is the only purpose that is voluntary: whatever else a form says is about the account. */
function readPurpose(form: FormData): ConsentPurpose {
  return form.get('purpose') === 'RESEARCH' ? 'RESEARCH' : 'ACCOUNT_ANALYTICS';
}
