import { v7 as uuid } from 'uuid';
import type { AuthorizationAttempt, TikTokConnection } from '../db/generated/client/client';
import type { ConnectionStatus, ConsentPurpose, Locale } from '../db/generated/client/enums';
import type { Database } from '../db/database';
import type { TikTokUser } from '../tiktok/client';
import { ErasureUnderWayError } from './errors';

type NewAttempt = Omit<AuthorizationAttempt, 'usedAt' | 'consents'> & { consents: ConsentPurpose[] };

export async function createAttempt({ prisma }: Database, attempt: NewAttempt): Promise<void> {
  await prisma.authorizationAttempt.create({ data: attempt });
}

/** Takes the attempt for this one use; null when it is unknown, expired, used, or another browser's. */
export async function takeAttempt(
  { prisma }: Database,
  { stateHash, browserHash, now }: { stateHash: string; browserHash: string; now: Date },
): Promise<AuthorizationAttempt | null> {
  const { count } = await prisma.authorizationAttempt.updateMany({
    where: { stateHash, browserHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 0 ? null : prisma.authorizationAttempt.findUnique({ where: { stateHash } });
}

export async function deleteExpiredAttempts({ prisma }: Database, now: Date): Promise<void> {
  await prisma.authorizationAttempt.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Whose the account is, read without waiting, so that what is written next rests on it; null when nobody connected it. */
export function getOwnerOfTikTokUser(
  { sqlite }: Database,
  tiktokUserId: string,
): { connectionId: string; ownerId: string } | null {
  const select = sqlite.prepare<[string], { connectionId: string; ownerId: string }>(
    'SELECT id AS connectionId, ownerId FROM TikTokConnection WHERE tiktokUserId = ?',
  );
  return select.get(tiktokUserId) ?? null;
}

export function findConnection({ prisma }: Database, id: string): Promise<TikTokConnection | null> {
  return prisma.tikTokConnection.findUnique({ where: { id } });
}

export function findOwnConnection({ prisma }: Database, id: string, ownerId: string): Promise<TikTokConnection | null> {
  return prisma.tikTokConnection.findUnique({ where: { id, ownerId } });
}

/** Sealed tokens with their ends, as the row keeps them. */
export interface SealedTokens {
  accessTokenEncrypted: string;
  refreshTokenEncrypted: string;
  accessTokenExpiresAt: Date;
  refreshTokenExpiresAt: Date;
  scopes: string;
}

export interface ConnectedAccount {
  connectionId: string;
  /** Null makes a new person. */
  ownerId: string | null;
  profile: TikTokUser;
  tokens: SealedTokens;
  consent: { purposes: ConsentPurpose[]; policyVersion: string; givenAt: Date };
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** Writes person, consent and connection together or not at all; returns the owner's id. @throws ErasureUnderWayError */
export function saveConnectedAccount({ sqlite }: Database, account: ConnectedAccount): string {
  const { connectionId, profile, tokens, consent, now } = account;
  const time = now.getTime();
  return sqlite.transaction(() => {
    const ownerId = account.ownerId ?? uuid();
    if (account.ownerId === null) {
      sqlite
        .prepare('INSERT INTO User (id, displayName, locale, timeZone, createdAt) VALUES (?, ?, ?, ?, ?)')
        .run(ownerId, profile.displayName ?? profile.username ?? 'TikTok', account.locale, account.timeZone, time);
    }
    for (const purpose of consent.purposes) {
      sqlite
        .prepare(
          `INSERT INTO Consent (id, userId, purpose, policyVersion, givenAt) SELECT @id, @ownerId, @purpose, @policyVersion, @givenAt
           WHERE NOT EXISTS (SELECT 1 FROM Consent WHERE userId = @ownerId AND purpose = @purpose AND policyVersion = @policyVersion AND withdrawnAt IS NULL)`,
        )
        .run({ id: uuid(), ownerId, purpose, policyVersion: consent.policyVersion, givenAt: consent.givenAt.getTime() });
    }
    sqlite
      .prepare(
        `INSERT INTO TikTokConnection (id, ownerId, tiktokUserId, displayName, scopes, status, isActive, connectedAt)
         VALUES (@connectionId, @ownerId, @tiktokUserId, @displayName, @scopes, 'ACTIVE', 1, @time)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run({
        connectionId,
        ownerId,
        tiktokUserId: profile.tiktokUserId,
        displayName: profile.displayName ?? 'TikTok',
        scopes: tokens.scopes,
        time,
      });
    const { changes } = sqlite
      .prepare(
        `UPDATE TikTokConnection SET status = 'ACTIVE', isActive = 1, disconnectedAt = NULL, nextSyncAt = @time, scopes = @scopes,
           refreshOpenSince = NULL, accessTokenEncrypted = @accessToken, refreshTokenEncrypted = @refreshToken,
           accessTokenExpiresAt = @accessTokenExpiresAt, refreshTokenExpiresAt = @refreshTokenExpiresAt,
           authorizedAt = @time, eraseAfter = NULL, refreshLeasedBy = NULL, refreshLeaseExpiresAt = NULL,
           connectedAt = CASE WHEN disconnectedAt IS NULL THEN connectedAt ELSE @time END
         WHERE id = @connectionId AND erasureId IS NULL`,
      )
      .run({
        connectionId,
        time,
        scopes: tokens.scopes,
        accessToken: tokens.accessTokenEncrypted,
        refreshToken: tokens.refreshTokenEncrypted,
        accessTokenExpiresAt: tokens.accessTokenExpiresAt.getTime(),
        refreshTokenExpiresAt: tokens.refreshTokenExpiresAt.getTime(),
      });
    // Thrown inside, so that nothing of it is written.
    if (changes === 0) throw new ErasureUnderWayError();
    return ownerId;
  })();
}

/** Keeps what TikTok says of the account; a field it did not send keeps its last known value. */
export async function updateProfile({ prisma }: Database, id: string, profile: TikTokUser): Promise<void> {
  const count = (value: number | null) => (value === null ? undefined : BigInt(value));
  await prisma.tikTokConnection.updateMany({
    where: { id },
    data: {
      unionId: profile.unionId ?? undefined,
      displayName: profile.displayName ?? undefined,
      username: profile.username ?? undefined,
      avatarUrl: profile.avatarUrl ?? undefined,
      bio: profile.bio ?? undefined,
      profileUrl: profile.profileUrl ?? undefined,
      isVerified: profile.isVerified ?? undefined,
      followerCount: count(profile.followerCount),
      followingCount: count(profile.followingCount),
      likesCount: count(profile.likesCount),
      videoCount: count(profile.videoCount),
    },
  });
}

export async function touchLastUsed({ prisma }: Database, id: string, now: Date): Promise<void> {
  await prisma.tikTokConnection.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

/** Ends the use of a connection; the history stays. */
export async function updateStatus(
  { prisma }: Database,
  id: string,
  status: Exclude<ConnectionStatus, 'ACTIVE'>,
  disconnectedAt: Date | null,
): Promise<void> {
  await prisma.tikTokConnection.updateMany({
    where: { id },
    data: { status, isActive: false, nextSyncAt: null, ...(disconnectedAt && { disconnectedAt }) },
  });
}

/** Forgets both tokens, if the connection has not been made anew meanwhile. */
export async function deleteTokens({ prisma }: Database, id: string): Promise<void> {
  await prisma.tikTokConnection.updateMany({
    where: { id, isActive: false },
    data: {
      accessTokenEncrypted: null,
      refreshTokenEncrypted: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      refreshOpenSince: null,
    },
  });
}

export async function requireOwnConnection(db: Database, id: string, ownerId: string): Promise<TikTokConnection> {
  const connection = await findOwnConnection(db, id, ownerId);
  if (!connection) throw new Error(`Connection ${id} of ${ownerId} is gone.`);
  return connection;
}

/** In the order in which they were first connected, which is that of the ids; from the end backwards when `isInverted`. */
export function listConnections(
  { prisma }: Database,
  ownerId: string,
  { after, before, limit, isInverted }: { after?: string; before?: string; limit: number; isInverted: boolean },
): Promise<TikTokConnection[]> {
  return prisma.tikTokConnection.findMany({
    where: { ownerId, erasureId: null, id: { gt: after, lt: before } },
    orderBy: { id: isInverted ? 'desc' : 'asc' },
    take: limit,
  });
}

export function countConnections({ prisma }: Database, ownerId: string): Promise<number> {
  return prisma.tikTokConnection.count({ where: { ownerId, erasureId: null } });
}

/** Accounts that are being read. */
export async function listActiveConnectionIds({ prisma }: Database, ownerId: string): Promise<string[]> {
  const rows = await prisma.tikTokConnection.findMany({ where: { ownerId, isActive: true }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export function requireConnectionById({ prisma }: Database, id: string): Promise<TikTokConnection> {
  return prisma.tikTokConnection.findUniqueOrThrow({ where: { id } });
}
