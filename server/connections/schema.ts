import type { TikTokConnection } from '../db/generated/client/client';
import { ConnectionStatus } from '../db/generated/client/enums';
import { builder, ErrorInterface } from '../graphql/builder';
import { pageComplexity, resolvePage } from '../graphql/page';
import { ownerIdOf } from '../graphql/node-scope';
import { ViewerRef } from '../users/schema';
import {
  AuthorizationCodeRejectedError,
  AuthorizationStateError,
  ConnectionNotActiveError,
  ConnectionOwnedBySomeoneElseError,
  ConsentRequiredError,
  ErasureUnderWayError,
  MissingScopeError,
  TikTokRefusedError,
  TikTokUnreachableError,
} from './errors';
import { countConnections, listConnections } from './queries';
import { missingScopes, parseScopes, requestedScopes } from './scopes';

const ConnectionStatusEnum = builder.enumType('ConnectionStatus', {
  description: 'Whether TikTok lets us read an account.',
  values: {
    [ConnectionStatus.ACTIVE]: { value: ConnectionStatus.ACTIVE, description: 'Readings are being taken.' },
    [ConnectionStatus.NEEDS_RECONNECT]: {
      value: ConnectionStatus.NEEDS_RECONNECT,
      description: 'A scope is missing or the authorization ran out: the person must connect again.',
    },
    [ConnectionStatus.REVOKED]: {
      value: ConnectionStatus.REVOKED,
      description: 'The person or TikTok took the authorization back.',
    },
    [ConnectionStatus.DISCONNECTED]: {
      value: ConnectionStatus.DISCONNECTED,
      description: 'Disconnected here; the history stays.',
    },
  },
});

const count = (value: bigint | null) => (value === null ? null : Number(value));
const withoutScope = 'null without the scope user.info.stats.';

export const TikTokConnectionRef = builder.prismaNode('TikTokConnection', {
  description: 'A linked TikTok account (not a page of results: `…Connection` elsewhere is Relay’s).',
  nullable: true,
  id: { field: 'id', description: 'Global id: opaque, stable, accepted by `node`.' },
  findUnique: (id, context) => ({ id, ownerId: ownerIdOf(context) }),
  fields: (t) => ({
    displayName: t.exposeString('displayName', { description: 'Name shown on TikTok.' }),
    username: t.exposeString('username', {
      nullable: true,
      description: 'Handle without @; null without the scope user.info.profile.',
    }),
    avatarUrl: t.string({
      nullable: true,
      description: 'Address on this server of the profile picture; null where TikTok gave none.',
      resolve: ({ id, avatarUrl }) => (avatarUrl === null ? null : `/media/avatars/${id}`),
    }),
    bio: t.exposeString('bio', { nullable: true, description: 'Profile text; null without the scope user.info.profile.' }),
    profileUrl: t.exposeString('profileUrl', {
      nullable: true,
      description: 'Profile on TikTok; null without the scope user.info.profile.',
    }),
    isVerified: t.exposeBoolean('isVerified', {
      nullable: true,
      description: 'TikTok’s check mark; null without the scope user.info.profile.',
    }),
    followerCount: t.field({
      type: 'SafeInt',
      nullable: true,
      description: `Followers at the last reading; ${withoutScope}`,
      resolve: (row) => count(row.followerCount),
    }),
    followingCount: t.field({
      type: 'SafeInt',
      nullable: true,
      description: `Accounts followed at the last reading; ${withoutScope}`,
      resolve: (row) => count(row.followingCount),
    }),
    likesCount: t.field({
      type: 'SafeInt',
      nullable: true,
      description: `Likes received on all videos at the last reading; ${withoutScope}`,
      resolve: (row) => count(row.likesCount),
    }),
    videoCount: t.field({
      type: 'SafeInt',
      nullable: true,
      description: `Public videos by TikTok’s own count at the last reading; ${withoutScope}`,
      resolve: (row) => count(row.videoCount),
    }),
    status: t.expose('status', { type: ConnectionStatusEnum, description: 'Whether TikTok lets us read.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Whether readings are being taken.' }),
    scopes: t.stringList({ description: 'Scopes that TikTok granted.', resolve: ({ scopes }) => parseScopes(scopes) }),
    missingScopes: t.stringList({
      description: 'Scopes that were asked and not granted; what they carry is null.',
      resolve: ({ scopes }) => missingScopes(parseScopes(scopes), requestedScopes),
    }),
    connectedAt: t.expose('connectedAt', { type: 'DateTime', description: 'When the account was connected, the last time.' }),
    disconnectedAt: t.expose('disconnectedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was disconnected here; null while it is not.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When TikTok was last called with its token, to the minute.',
    }),
    lastSyncedAt: t.expose('lastSyncedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'End of the last complete sync; null before the first.',
    }),
    nextSyncAt: t.expose('nextSyncAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the next reading is due; null while the connection is not active.',
    }),
    dataVersion: t.exposeInt('dataVersion', {
      description: 'Grows with every batch of readings that lands: while it stands still, answers stay the same.',
    }),
  }),
});

builder.objectField(ViewerRef, 'tiktokConnections', (t) =>
  t.connection({
    type: TikTokConnectionRef,
    description: 'The person’s TikTok accounts, in the order in which they were first connected.',
    complexity: pageComplexity,
    resolve: ({ id }, args, { deps }) =>
      resolvePage<TikTokConnection>({
        args,
        cursorOf: (row) => row.id,
        list: (page) => listConnections(deps.db, id, page),
        totalCount: () => countConnections(deps.db, id),
      }),
  }),
);

const interfaces = [ErrorInterface];
builder.objectType(ConsentRequiredError, {
  name: 'ConsentRequiredError',
  description: 'Consent to the current policy is missing.',
  interfaces,
});
builder.objectType(AuthorizationStateError, {
  name: 'AuthorizationStateError',
  description: 'The state is unknown, expired, used, or another browser’s.',
  interfaces,
});
builder.objectType(AuthorizationCodeRejectedError, {
  name: 'AuthorizationCodeRejectedError',
  description: 'TikTok refuses the code: used, expired or foreign.',
  interfaces,
});
builder.objectType(MissingScopeError, {
  name: 'MissingScopeError',
  description: 'A scope without which nothing works was refused.',
  interfaces,
  fields: (t) => ({ missingScopes: t.exposeStringList('missingScopes', { description: 'The scopes that are missing.' }) }),
});
builder.objectType(ConnectionOwnedBySomeoneElseError, {
  name: 'ConnectionOwnedBySomeoneElseError',
  description: 'The TikTok account belongs to another person here.',
  interfaces,
});
builder.objectType(ErasureUnderWayError, {
  name: 'ErasureUnderWayError',
  description: 'Everything of this account is being erased at this moment.',
  interfaces,
});
builder.objectType(TikTokRefusedError, {
  name: 'TikTokRefusedError',
  description: 'TikTok refuses the request as such: something is wrong with the application, not with the person’s answer.',
  interfaces,
});
builder.objectType(TikTokUnreachableError, {
  name: 'TikTokUnreachableError',
  description: 'TikTok does not answer.',
  interfaces,
});
builder.objectType(ConnectionNotActiveError, {
  name: 'ConnectionNotActiveError',
  description: 'TikTok does not let us read this account any more.',
  interfaces,
});
