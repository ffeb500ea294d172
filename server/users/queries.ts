import { v7 as uuid } from 'uuid';
import type { Consent, Session, User } from '../db/generated/client/client';
import type { ConsentPurpose, Locale } from '../db/generated/client/enums';
import type { Database } from '../db/database';

interface NewSession {
  tokenHash: string;
  userId: string;
  userAgent: string | null;
  now: Date;
  expiresAt: Date;
}

export async function createSession({ prisma }: Database, { now, ...session }: NewSession): Promise<void> {
  await prisma.session.create({ data: { ...session, createdAt: now, lastSeenAt: now } });
}

export function findSession({ prisma }: Database, tokenHash: string, now: Date) {
  return prisma.session.findUnique({ where: { tokenHash, expiresAt: { gt: now } }, include: { user: true } });
}

export async function touchSession({ prisma }: Database, id: string, lastSeenAt: Date, expiresAt: Date): Promise<void> {
  await prisma.session.updateMany({ where: { id }, data: { lastSeenAt, expiresAt } });
}

export async function deleteSession({ prisma }: Database, tokenHash: string): Promise<void> {
  await prisma.session.deleteMany({ where: { tokenHash } });
}

export async function deleteExpiredSessions({ prisma }: Database, now: Date): Promise<void> {
  await prisma.session.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** The last sign-in first, which is the order of the ids backwards; from the end when `isInverted`. */
export function listSessions(
  { prisma }: Database,
  userId: string,
  now: Date,
  { after, before, limit, isInverted }: { after?: string; before?: string; limit: number; isInverted: boolean },
): Promise<Session[]> {
  return prisma.session.findMany({
    where: { userId, expiresAt: { gt: now }, id: { lt: after, gt: before } },
    orderBy: { id: isInverted ? 'asc' : 'desc' },
    take: limit,
  });
}

export function countSessions({ prisma }: Database, userId: string, now: Date): Promise<number> {
  return prisma.session.count({ where: { userId, expiresAt: { gt: now } } });
}

export async function deleteOwnSession({ prisma }: Database, id: string, userId: string): Promise<boolean> {
  const { count } = await prisma.session.deleteMany({ where: { id, userId } });
  return count > 0;
}

export async function deleteOtherSessions({ prisma }: Database, userId: string, keptId: string): Promise<number> {
  const { count } = await prisma.session.deleteMany({ where: { userId, id: { not: keptId } } });
  return count;
}

export function requireUser({ prisma }: Database, id: string): Promise<User> {
  return prisma.user.findUniqueOrThrow({ where: { id } });
}

export function updateUser({ prisma }: Database, id: string, data: { locale?: Locale; timeZone?: string }): Promise<User> {
  return prisma.user.update({ where: { id }, data });
}

/** Newest first. A person has a handful: one for each purpose and version of the policy. */
export function listConsents({ prisma }: Database, userId: string): Promise<Consent[]> {
  return prisma.consent.findMany({ where: { userId }, orderBy: { givenAt: 'desc' }, take: 100 });
}

/** What stands: one for each purpose and version of the policy, however often the person changed their mind. */
export function listStandingConsents({ prisma }: Database, userId: string): Promise<Consent[]> {
  return prisma.consent.findMany({ where: { userId, withdrawnAt: null } });
}

interface ConsentToSave {
  userId: string;
  purpose: ConsentPurpose;
  policyVersion: string;
  givenAt: Date;
}

/** Adds to the ledger, unless the same stands there already; gives what stands. */
export async function saveConsent({ prisma, sqlite }: Database, consent: ConsentToSave): Promise<Consent> {
  const { userId, purpose, policyVersion, givenAt } = consent;
  sqlite
    .prepare(
      `INSERT INTO Consent (id, userId, purpose, policyVersion, givenAt) SELECT @id, @userId, @purpose, @policyVersion, @givenAt
       WHERE NOT EXISTS (SELECT 1 FROM Consent WHERE userId = @userId AND purpose = @purpose AND policyVersion = @policyVersion AND withdrawnAt IS NULL)`,
    )
    .run({ id: uuid(), userId, purpose, policyVersion, givenAt: givenAt.getTime() });
  return prisma.consent.findFirstOrThrow({ where: { userId, purpose, policyVersion, withdrawnAt: null } });
}

export async function withdrawConsents(
  { prisma }: Database,
  { withdrawnAt, ...which }: { userId: string; purpose: ConsentPurpose; withdrawnAt: Date },
): Promise<void> {
  await prisma.consent.updateMany({ where: { ...which, withdrawnAt: null }, data: { withdrawnAt } });
}
