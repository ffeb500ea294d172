import type { Logger } from '../logger';
import type { Authorizations } from './authorizations';
import type { Creators } from './creators';
import type { Faults } from './faults';
import type { PictureLinks } from './picture-links';
import type { RateLimits } from './rate-limits';
import type { StateStore } from './state-file';
import type { Videos } from './videos';
import type { Webhooks } from './webhooks';

/** What every part of the sandbox's HTTP side works with. */
export interface SandboxContext {
  clientKey: string;
  clientSecret: string;
  /** Without a slash at the end. */
  baseUrl: string;
  redirectUris: readonly string[];
  store: StateStore;
  now: () => number;
  creators: Creators;
  videos: Videos;
  authorizations: Authorizations;
  faults: Faults;
  rateLimits: RateLimits;
  pictures: PictureLinks;
  webhooks: Webhooks;
  logger: Logger;
}
