import { builder } from '../graphql/builder';
import type { TikTokClient } from '../tiktok/client';
import type { Events } from '../events';
import { ConsentPurposeEnum, LocaleEnum } from '../users/schema';
import { InvalidInputError, NotFoundError } from '../users/errors';
import type { AccessTokens } from './access-tokens';
import { connectAccount, type ConnectedAccountResult } from './connect-account';
import { disconnectAccount } from './disconnect-account';
import {
  AuthorizationCodeRejectedError,
  AuthorizationStateError,
  ConnectionOwnedBySomeoneElseError,
  ConsentRequiredError,
  ErasureUnderWayError,
  MissingScopeError,
  TikTokRefusedError,
  TikTokUnreachableError,
} from './errors';
import { requireOwnConnection } from './queries';
import { TikTokConnectionRef } from './schema';
import { startAuthorization } from './start-authorization';
import type { TokenCipher } from './token-cipher';

declare module '../graphql/context' {
  interface Dependencies {
    tiktok: TikTokClient;
    cipher: TokenCipher;
    accessTokens: AccessTokens;
    events: Events;
    systemNow: () => Date;
  }
}

const StartSuccess = builder.objectRef<{ authorizeUrl: string; expiresAt: Date }>('StartTikTokAuthorizationSuccess').implement({
  description: 'Send the browser to `authorizeUrl`; the answer comes back to the redirect address.',
  fields: (t) => ({
    authorizeUrl: t.exposeString('authorizeUrl', { description: 'TikTok’s page where the person consents.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when the answer is taken, in the system’s time.' }),
  }),
});

const StartInput = builder.inputType('StartTikTokAuthorizationInput', {
  description: 'The consent that the person gave, and what a new person starts with.',
  fields: (t) => ({
    consents: t.field({ type: [ConsentPurposeEnum], required: true, description: 'What the person agreed to.' }),
    policyVersion: t.string({ required: true, description: 'Version of the policy that was shown: `instance.policyVersion`.' }),
    locale: t.field({ type: LocaleEnum, description: 'Language of a new person; French when left out.' }),
    timeZone: t.string({ description: 'IANA time zone of a new person; Europe/Paris when left out.' }),
    returnTo: t.string({ description: 'Path on this site to go to afterwards; /tiktok when left out.' }),
  }),
});

builder.mutationField('startTikTokAuthorization', (t) =>
  t.field({
    type: StartSuccess,
    description: 'Keeps the consent and gives TikTok’s authorize address. Signing in and adding an account are the same.',
    errors: { types: [ConsentRequiredError, InvalidInputError] },
    args: { input: t.arg({ type: StartInput, required: true, description: 'Consent and preferences.' }) },
    resolve: (_root, { input }, { viewer, browser, deps }) =>
      startAuthorization(
        {
          consents: input.consents,
          policyVersion: input.policyVersion,
          userId: viewer?.id ?? null,
          browserId: browser.getBrowserId(),
          locale: input.locale ?? viewer?.locale ?? 'FR',
          timeZone: input.timeZone ?? viewer?.timeZone ?? null,
          returnTo: input.returnTo ?? null,
        },
        deps,
      ),
  }),
);

export const ConnectTikTokSuccessRef = builder.objectRef<ConnectedAccountResult>('ConnectTikTokSuccess').implement({
  description: 'The account is connected and its owner signed in.',
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The connected account.',
      resolve: ({ connectionId, ownerId }, _args, { deps }) => requireOwnConnection(deps.db, connectionId, ownerId),
    }),
    isNewUser: t.exposeBoolean('isNewUser', { description: 'Whether this made a new person.' }),
    returnTo: t.exposeString('returnTo', { description: 'Path on this site to go to now.' }),
  }),
});

const ConnectInput = builder.inputType('ConnectTikTokInput', {
  description: 'What TikTok’s redirect carried.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The code, URL-decoded once.' }),
    state: t.string({ required: true, description: 'The state.' }),
  }),
});

builder.mutationField('connectTikTok', (t) =>
  t.field({
    type: ConnectTikTokSuccessRef,
    description: 'Exchanges TikTok’s answer for a connection, signs its owner in, and starts the first sync.',
    errors: {
      types: [
        AuthorizationStateError,
        AuthorizationCodeRejectedError,
        MissingScopeError,
        ConnectionOwnedBySomeoneElseError,
        ErasureUnderWayError,
        TikTokRefusedError,
        TikTokUnreachableError,
      ],
    },
    args: { input: t.arg({ type: ConnectInput, required: true, description: 'Code and state.' }) },
    resolve: async (_root, { input }, { viewer, browser, deps }) => {
      const result = await connectAccount({ ...input, browserId: browser.getBrowserId(), viewerId: viewer?.id ?? null }, deps);
      // Also for who is signed in already: whatever knew the old token is out from here on.
      await browser.signIn(result.ownerId);
      return result;
    },
  }),
);

const DisconnectSuccess = builder.objectRef<Awaited<ReturnType<typeof disconnectAccount>>>('DisconnectTikTokSuccess').implement({
  description: 'The account is not read any more; its history stays.',
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The disconnected account.',
      resolve: ({ connection }) => connection,
    }),
    isRevokedAtTikTok: t.exposeBoolean('isRevokedAtTikTok', {
      description: 'Whether TikTok confirmed the end of the authorization; if not, it goes on being tried.',
    }),
  }),
});

const DisconnectInput = builder.inputType('DisconnectTikTokInput', {
  description: 'Which account.',
  fields: (t) => ({
    connectionId: t.globalID({ required: true, for: [TikTokConnectionRef], description: 'The connection to end.' }),
  }),
});

builder.mutationField('disconnectTikTok', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: DisconnectSuccess,
    description: 'Stops reading an account at once and revokes the authorization at TikTok.',
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: DisconnectInput, required: true, description: 'Which account.' }) },
    resolve: (_root, { input }, { viewer, deps }) =>
      disconnectAccount({ connectionId: input.connectionId.id, ownerId: viewer.id }, deps),
  }),
);
