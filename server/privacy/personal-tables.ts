/**
 * Every table of the database, in an order in which rows can be inserted (and, backwards, deleted): whose its rows are, and what
 * of them goes into a person's archive. Export, import and erasure go by this list; a test compares it with the data model.
 */
export interface PersonalTable {
  /** Name of the model and of its table. */
  model: string;
  owner: Ownership;
  /**
   * RESTORED: in the archive, and written back by an import. SHOWN: in the archive for the person to read; an import leaves it.
   * ABSENT: in no archive.
   */
  archive: 'RESTORED' | 'SHOWN' | 'ABSENT';
  /** Why it is not in the archive, or not written back; null where it is both. */
  reason: string | null;
  /** What the archive holds of each row; empty where it holds none. */
  columns: readonly string[];
  /** Columns that stay here, each with the reason. */
  leftOut: Readonly<Record<string, string>>;
  /**
   * DIRECTLY: `DELETE` with its ownership. WITH_ACCOUNT: only as its account's row is deleted (triggers refuse anything else), by
   * cascade. WHEN_UNUSED: a shared row goes when nobody's rows point to it any more.
   */
  deleted: 'DIRECTLY' | 'WITH_ACCOUNT' | 'WHEN_UNUSED';
}

/** How a row leads to its person. */
export type Ownership =
  /** The row is the person's own. */
  | { by: 'IDENTITY' }
  /** `column` holds the id of a row of `table`, whose owner is this row's, too; a null column belongs to nobody. */
  | { by: 'COLUMN'; column: string; table: string }
  /** Shared by everybody: it is of those whose rows of `table` name it in `column`. */
  | { by: 'USE'; column: string; table: string }
  /** The row's JSON `payload` names a row of one of these tables under this key. */
  | { by: 'PAYLOAD'; keys: readonly { key: string; table: string }[] }
  /** Of no person, or of none any more. */
  | { by: 'NOBODY' };

const ofUser = (column: string): Ownership => ({ by: 'COLUMN', column, table: 'User' });
const ofConnection: Ownership = { by: 'COLUMN', column: 'connectionId', table: 'TikTokConnection' };
const ofVideo: Ownership = { by: 'COLUMN', column: 'videoId', table: 'Video' };
const ofExperiment: Ownership = { by: 'COLUMN', column: 'experimentId', table: 'Experiment' };

/** A table that comes back as it was, but for the columns left out. */
function restored(
  model: string,
  owner: Ownership,
  columns: string,
  { leftOut = {}, deleted = 'DIRECTLY' }: Partial<Pick<PersonalTable, 'leftOut' | 'deleted'>> = {},
): PersonalTable {
  return { model, owner, archive: 'RESTORED', reason: null, columns: columns.split(/\s+/), leftOut, deleted };
}

function shown(model: string, owner: Ownership, columns: string, reason: string, leftOut = {}): PersonalTable {
  return { model, owner, archive: 'SHOWN', reason, columns: columns.split(/\s+/), leftOut, deleted: 'DIRECTLY' };
}

function absent(model: string, owner: Ownership, reason: string): PersonalTable {
  return { model, owner, archive: 'ABSENT', reason, columns: [], leftOut: {}, deleted: 'DIRECTLY' };
}

const sealedToken = 'A key to the TikTok account. It is kept sealed and never leaves this server.';
const tokenTime = 'Says something about a token that is not in the archive.';

export const personalTables: readonly PersonalTable[] = [
  restored('User', { by: 'IDENTITY' }, 'id displayName locale timeZone role createdAt'),
  shown(
    'Session',
    ofUser('userId'),
    'id userId userAgent createdAt lastSeenAt expiresAt',
    'A signed-in browser stays signed in here alone; elsewhere one signs in again.',
    { tokenHash: 'It could help somebody to find the key of a signed-in browser.' },
  ),
  restored('Consent', ofUser('userId'), 'id userId purpose policyVersion givenAt withdrawnAt'),
  absent('AuthorizationAttempt', ofUser('userId'), 'A visit to TikTok that has not come back: single use, ten minutes.'),
  restored(
    'TikTokConnection',
    ofUser('ownerId'),
    `id ownerId tiktokUserId unionId username displayName avatarUrl bio profileUrl isVerified followerCount followingCount
     likesCount videoCount scopes status isActive connectedAt disconnectedAt lastUsedAt lastSyncedAt nextSyncAt dataVersion`,
    {
      leftOut: {
        accessTokenEncrypted: sealedToken,
        refreshTokenEncrypted: sealedToken,
        accessTokenExpiresAt: tokenTime,
        refreshTokenExpiresAt: tokenTime,
        authorizedAt: tokenTime,
        refreshLeasedBy: tokenTime,
        refreshLeaseExpiresAt: tokenTime,
        eraseAfter: 'A removal at TikTok concerns the account here; elsewhere nobody was let in.',
        erasureId: 'An account that is being erased is in no archive.',
        refreshOpenSince: tokenTime,
      },
    },
  ),
  restored('ChoiceAnalysis', ofConnection, 'connectionId timeZone dataVersion methodVersion choices'),
  restored('ConnectionSnapshot', ofConnection, 'connectionId observedAt followerCount followingCount likesCount videoCount'),
  restored(
    'Video',
    ofConnection,
    `id connectionId tiktokVideoId title description searchText durationSeconds width height isAiGenerated shareUrl embedUrl
     coverUrl coverExpiresAt musicName musicLookedUpAt viewCount likeCount commentCount shareCount bookmarkCount publishedAt
     followersAtPublication availability unavailableSince firstSeenAt lastObservedAt nextReadingAt`,
  ),
  restored('VideoSnapshot', ofVideo, 'videoId observedAt viewCount likeCount commentCount shareCount bookmarkCount'),
  restored('Hashtag', { by: 'USE', column: 'hashtagId', table: 'VideoHashtag' }, 'id name', { deleted: 'WHEN_UNUSED' }),
  restored('VideoHashtag', ofVideo, 'videoId hashtagId position'),
  restored(
    'SyncRun',
    ofConnection,
    `id connectionId trigger status phase cursor listedCount newVideoCount readingCount unavailableCount unreadableCount
     expectedCount errorCode errorMessage createdAt startedAt finishedAt`,
  ),
  restored(
    'GenerationRun',
    ofConnection,
    `id connectionId status types doneSteps totalSteps model inputTokens outputTokens costMicroUsd latencyMs outcome
     fallbackReason missing errorMessage createdAt startedAt finishedAt`,
  ),
  restored(
    'LanguageModelRequest',
    ofUser('ownerId'),
    'id ownerId generationRunId model month tokens inputTokens outputTokens costMicroUsd createdAt settledAt',
  ),
  restored(
    'Recommendation',
    ofConnection,
    `id connectionId generationRunId type title description content confidence statedConfidence source evidence locale isRead
     readAt isApplied appliedAt isDismissed dismissedAt createdAt`,
  ),
  restored(
    'Prediction',
    ofConnection,
    `id connectionId recommendationId type criterion effect effectLow effectHigh intervalLevel n level scatter levelVideos
     methodVersion registeredAt expiresAt cancelledAt videoId linkedAt linkedBy verdict undecidedReason settledAt`,
    { deleted: 'WITH_ACCOUNT' },
  ),
  restored(
    'PredictionHorizon',
    { by: 'COLUMN', column: 'predictionId', table: 'Prediction' },
    `predictionId ageHours baselineViews expectedViews lowViews highViews probability measuredViews verdict undecidedReason
     judgedAt`,
    { deleted: 'WITH_ACCOUNT' },
  ),
  restored(
    'Experiment',
    ofConnection,
    `id connectionId kind labelA labelB videosPerArm horizonHours alpha level levelVideoCount scatter isScatterOwn
     detectableDifference seed methodVersion status startedAt endedAt endReason result`,
  ),
  restored(
    'ExperimentAssignment',
    ofExperiment,
    `id experimentId position side blockIndex blockSize tossedAt videoId linkedAt isLinkedByCreator isFollowed measuredAt
     logViews`,
  ),
  restored('ExperimentExclusion', ofExperiment, 'id experimentId position videoId reason excludedAt'),
  shown(
    'DataExport',
    ofUser('userId'),
    'id userId status doneRows totalRows sizeBytes checksum errorMessage createdAt startedAt finishedAt expiresAt downloadedAt',
    'An archive lies here for a day; elsewhere there would be no file to it.',
    { tokenHash: 'It could help somebody to find the address of an archive.' },
  ),
  absent(
    'Job',
    {
      by: 'PAYLOAD',
      keys: [
        { key: 'connectionId', table: 'TikTokConnection' },
        { key: 'runId', table: 'GenerationRun' },
        { key: 'userId', table: 'User' },
      ],
    },
    'Work that waits; it says nothing that the tables it works on do not say.',
  ),
  absent('Erasure', { by: 'NOBODY' }, 'A receipt says how many rows went, and not whose they were.'),
];
