-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "displayName" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'CREATOR',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthorizationAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stateHash" TEXT NOT NULL,
    "browserHash" TEXT NOT NULL,
    "userId" TEXT,
    "codeVerifier" TEXT NOT NULL,
    "consents" JSONB NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "consentedAt" DATETIME NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "returnTo" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "TikTokConnection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "tiktokUserId" TEXT NOT NULL,
    "unionId" TEXT,
    "username" TEXT,
    "displayName" TEXT NOT NULL,
    "avatarUrl" TEXT,
    "bio" TEXT,
    "profileUrl" TEXT,
    "isVerified" BOOLEAN,
    "followerCount" BIGINT,
    "followingCount" BIGINT,
    "likesCount" BIGINT,
    "videoCount" BIGINT,
    "accessTokenEncrypted" TEXT,
    "refreshTokenEncrypted" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scopes" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL,
    "connectedAt" DATETIME NOT NULL,
    "disconnectedAt" DATETIME,
    "lastUsedAt" DATETIME,
    "lastSyncedAt" DATETIME,
    "nextSyncAt" DATETIME,
    "dataVersion" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "TikTokConnection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConnectionSnapshot" (
    "connectionId" TEXT NOT NULL,
    "observedAt" DATETIME NOT NULL,
    "followerCount" BIGINT,
    "followingCount" BIGINT,
    "likesCount" BIGINT,
    "videoCount" BIGINT,

    PRIMARY KEY ("connectionId", "observedAt"),
    CONSTRAINT "ConnectionSnapshot_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Video" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "tiktokVideoId" TEXT NOT NULL,
    "title" TEXT,
    "description" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "durationSeconds" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "isAiGenerated" BOOLEAN,
    "shareUrl" TEXT,
    "embedUrl" TEXT,
    "coverUrl" TEXT,
    "coverExpiresAt" DATETIME,
    "musicName" TEXT,
    "musicLookedUpAt" DATETIME,
    "viewCount" BIGINT,
    "likeCount" BIGINT,
    "commentCount" BIGINT,
    "shareCount" BIGINT,
    "bookmarkCount" BIGINT,
    "publishedAt" DATETIME NOT NULL,
    "followersAtPublication" BIGINT,
    "availability" TEXT NOT NULL,
    "unavailableSince" DATETIME,
    "firstSeenAt" DATETIME NOT NULL,
    "lastObservedAt" DATETIME NOT NULL,
    "nextReadingAt" DATETIME NOT NULL,
    CONSTRAINT "Video_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VideoSnapshot" (
    "videoId" TEXT NOT NULL,
    "observedAt" DATETIME NOT NULL,
    "viewCount" BIGINT,
    "likeCount" BIGINT,
    "commentCount" BIGINT,
    "shareCount" BIGINT,
    "bookmarkCount" BIGINT,

    PRIMARY KEY ("videoId", "observedAt"),
    CONSTRAINT "VideoSnapshot_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Hashtag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "VideoHashtag" (
    "videoId" TEXT NOT NULL,
    "hashtagId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("videoId", "hashtagId"),
    CONSTRAINT "VideoHashtag_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "VideoHashtag_hashtagId_fkey" FOREIGN KEY ("hashtagId") REFERENCES "Hashtag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SyncRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "cursor" BIGINT,
    "listedCount" INTEGER NOT NULL DEFAULT 0,
    "newVideoCount" INTEGER NOT NULL DEFAULT 0,
    "readingCount" INTEGER NOT NULL DEFAULT 0,
    "unavailableCount" INTEGER NOT NULL DEFAULT 0,
    "expectedCount" INTEGER,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "SyncRun_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GenerationRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "types" JSONB NOT NULL,
    "doneSteps" INTEGER NOT NULL DEFAULT 0,
    "totalSteps" INTEGER NOT NULL,
    "model" TEXT,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "latencyMs" INTEGER,
    "outcome" TEXT,
    "fallbackReason" TEXT,
    "missing" JSONB NOT NULL,
    "errorMessage" TEXT,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "GenerationRun_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "generationRunId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "confidence" REAL NOT NULL,
    "source" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "isRead" BOOLEAN NOT NULL DEFAULT false,
    "readAt" DATETIME,
    "isApplied" BOOLEAN NOT NULL DEFAULT false,
    "appliedAt" DATETIME,
    "isDismissed" BOOLEAN NOT NULL DEFAULT false,
    "dismissedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Recommendation_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Recommendation_generationRunId_fkey" FOREIGN KEY ("generationRunId") REFERENCES "GenerationRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseExpiresAt" DATETIME,
    "leasedBy" TEXT,
    "lastError" TEXT,
    "failedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Consent_userId_purpose_idx" ON "Consent"("userId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorizationAttempt_stateHash_key" ON "AuthorizationAttempt"("stateHash");

-- CreateIndex
CREATE INDEX "AuthorizationAttempt_expiresAt_idx" ON "AuthorizationAttempt"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TikTokConnection_tiktokUserId_key" ON "TikTokConnection"("tiktokUserId");

-- CreateIndex
CREATE INDEX "TikTokConnection_ownerId_connectedAt_idx" ON "TikTokConnection"("ownerId", "connectedAt");

-- CreateIndex
CREATE INDEX "TikTokConnection_isActive_nextSyncAt_idx" ON "TikTokConnection"("isActive", "nextSyncAt");

-- CreateIndex
CREATE INDEX "Video_connectionId_publishedAt_id_idx" ON "Video"("connectionId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "Video_connectionId_viewCount_id_idx" ON "Video"("connectionId", "viewCount", "id");

-- CreateIndex
CREATE INDEX "Video_connectionId_likeCount_id_idx" ON "Video"("connectionId", "likeCount", "id");

-- CreateIndex
CREATE INDEX "Video_connectionId_commentCount_id_idx" ON "Video"("connectionId", "commentCount", "id");

-- CreateIndex
CREATE INDEX "Video_connectionId_shareCount_id_idx" ON "Video"("connectionId", "shareCount", "id");

-- CreateIndex
CREATE INDEX "Video_connectionId_nextReadingAt_idx" ON "Video"("connectionId", "nextReadingAt");

-- CreateIndex
CREATE UNIQUE INDEX "Video_connectionId_tiktokVideoId_key" ON "Video"("connectionId", "tiktokVideoId");

-- CreateIndex
CREATE UNIQUE INDEX "Hashtag_name_key" ON "Hashtag"("name");

-- CreateIndex
CREATE INDEX "VideoHashtag_hashtagId_idx" ON "VideoHashtag"("hashtagId");

-- CreateIndex
CREATE INDEX "SyncRun_connectionId_createdAt_idx" ON "SyncRun"("connectionId", "createdAt");

-- CreateIndex
CREATE INDEX "GenerationRun_connectionId_createdAt_idx" ON "GenerationRun"("connectionId", "createdAt");

-- CreateIndex
CREATE INDEX "Recommendation_connectionId_createdAt_id_idx" ON "Recommendation"("connectionId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Recommendation_generationRunId_idx" ON "Recommendation"("generationRunId");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_failedAt_runAt_idx" ON "Job"("failedAt", "runAt");
