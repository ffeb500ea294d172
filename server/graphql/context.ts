import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Jobs } from '../jobs/jobs';
import type { Logger } from '../logger';
import type { MediaStore } from '../media/media-store';
import type { CrealiaPubSub } from '../pubsub';
import type { Locale, Role } from '../db/generated/client/enums';

/** The signed-in person. */
export interface Viewer {
  id: string;
  displayName: string;
  locale: Locale;
  timeZone: string;
  role: Role;
  /** The session that the request came with. */
  sessionId: string;
}

/** What resolvers hand to use cases. A feature adds what it builds at start (see app.ts) by declaration merging. */
export interface Dependencies {
  db: Database;
  clock: Clock;
  jobs: Jobs;
  pubsub: CrealiaPubSub;
  logger: Logger;
  /** Pictures kept on disk; `forget` deletes those of an account. */
  media: MediaStore;
}

/** The browser behind a request: how a resolver signs somebody in or out. */
export interface BrowserSession {
  /** Random id of this browser, made on first use; an authorization is bound to it. */
  getBrowserId(): string;
  signIn(userId: string): Promise<void>;
  signOut(): Promise<void>;
}

/** Who is behind a request, and the cookies that its answer must set. */
export interface RequestSession extends BrowserSession {
  viewer: Viewer | null;
  /** `Set-Cookie` values gathered so far. */
  setCookies: string[];
}

export interface GraphQLContext {
  viewer: Viewer | null;
  browser: BrowserSession;
  requestId: string;
  /** Whose limits apply where nobody is signed in. */
  address: string;
  deps: Dependencies;
}
