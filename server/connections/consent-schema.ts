import { builder, ErrorInterface } from '../graphql/builder';
import type { Consent, TikTokConnection } from '../db/generated/client/client';
import { NotFoundError, OutdatedPolicyError } from '../users/errors';
import { giveConsent } from '../users/give-consent';
import { ConsentPurposeEnum, ConsentRef, ViewerRef } from '../users/schema';
import type { Viewer } from '../graphql/context';
import { TikTokConnectionRef } from './schema';
import { withdrawConsent } from './withdraw-consent';

builder.objectType(OutdatedPolicyError, {
  name: 'OutdatedPolicyError',
  description: 'Another version of the privacy policy is in force.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ currentVersion: t.exposeString('currentVersion', { description: 'The version in force.' }) }),
});

const GiveConsentSuccess = builder.objectRef<{ consent: Consent }>('GiveConsentSuccess').implement({
  description: 'The consent stands.',
  fields: (t) => ({
    consent: t.field({ type: ConsentRef, description: 'As it is on record.', resolve: ({ consent }) => consent }),
  }),
});

builder.mutationField('giveConsent', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: GiveConsentSuccess,
    description: 'Agrees to a purpose under the current privacy policy. What stands already stays as it is.',
    errors: { types: [OutdatedPolicyError] },
    args: {
      input: t.arg({
        required: true,
        description: 'What is agreed to.',
        type: builder.inputType('GiveConsentInput', {
          description: 'What is agreed to.',
          fields: (field) => ({
            purpose: field.field({ type: ConsentPurposeEnum, required: true, description: 'The purpose.' }),
            policyVersion: field.string({
              required: true,
              description: 'Version of the policy that the person read: `instance.policyVersion`.',
            }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input }, { viewer, deps }) => ({
      consent: await giveConsent({ userId: viewer.id, ...input }, deps),
    }),
  }),
);

interface Withdrawn {
  viewer: Viewer;
  disconnected: TikTokConnection[];
}

const WithdrawConsentSuccess = builder.objectRef<Withdrawn>('WithdrawConsentSuccess').implement({
  description: 'Nothing stands for the purpose any more.',
  fields: (t) => ({
    viewer: t.field({ type: ViewerRef, description: 'The person, with what still stands.', resolve: ({ viewer }) => viewer }),
    disconnected: t.field({
      type: [TikTokConnectionRef],
      description: 'Accounts whose reading rested on this consent and stopped with it; their history stays until it is erased.',
      resolve: ({ disconnected }) => disconnected,
    }),
  }),
});

builder.mutationField('withdrawConsent', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: WithdrawConsentSuccess,
    description:
      'Withdraws the consent to a purpose, with effect on the next request; withdrawing what does not stand does nothing. ACCOUNT_ANALYTICS carries the reading of the accounts: it stops at once and the authorizations are revoked at TikTok.',
    errors: { types: [NotFoundError] },
    args: {
      input: t.arg({
        required: true,
        description: 'What is withdrawn.',
        type: builder.inputType('WithdrawConsentInput', {
          description: 'What is withdrawn.',
          fields: (field) => ({
            purpose: field.field({ type: ConsentPurposeEnum, required: true, description: 'The purpose.' }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input }, { viewer, deps }) => {
      return { viewer, ...(await withdrawConsent({ userId: viewer.id, ...input }, deps)) };
    },
  }),
);
