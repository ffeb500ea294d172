import type { SandboxContext } from './context';

/** Kills what a creator granted and tells the application by webhook; false when nothing was granted. */
export function removeAuthorization(context: SandboxContext, creatorId: string, reason: number): boolean {
  const creator = context.creators.withId(creatorId);
  if (!creator || !context.authorizations.remove(creatorId, reason)) return false;
  context.webhooks.authorizationRemoved(creator.openId, reason);
  return true;
}
