-- CreateTable
CREATE TABLE "Experiment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "labelA" TEXT NOT NULL,
    "labelB" TEXT NOT NULL,
    "videosPerArm" INTEGER NOT NULL,
    "horizonHours" INTEGER NOT NULL,
    "alpha" REAL NOT NULL,
    "level" REAL,
    "levelVideoCount" INTEGER NOT NULL,
    "scatter" REAL NOT NULL,
    "isScatterOwn" BOOLEAN NOT NULL,
    "detectableDifference" REAL NOT NULL,
    "seed" INTEGER NOT NULL,
    "methodVersion" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "endReason" TEXT,
    "result" JSONB,
    CONSTRAINT "Experiment_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExperimentAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "experimentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "blockIndex" INTEGER NOT NULL,
    "blockSize" INTEGER NOT NULL,
    "tossedAt" DATETIME NOT NULL,
    "videoId" TEXT,
    "linkedAt" DATETIME,
    "isLinkedByCreator" BOOLEAN NOT NULL DEFAULT false,
    "isFollowed" BOOLEAN,
    "measuredAt" DATETIME,
    "logViews" REAL,
    CONSTRAINT "ExperimentAssignment_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExperimentAssignment_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExperimentExclusion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "experimentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "videoId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "excludedAt" DATETIME NOT NULL,
    CONSTRAINT "ExperimentExclusion_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExperimentExclusion_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Experiment_connectionId_startedAt_id_idx" ON "Experiment"("connectionId", "startedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExperimentAssignment_videoId_key" ON "ExperimentAssignment"("videoId");

-- CreateIndex
CREATE UNIQUE INDEX "ExperimentAssignment_experimentId_position_key" ON "ExperimentAssignment"("experimentId", "position");

-- CreateIndex
CREATE INDEX "ExperimentExclusion_videoId_idx" ON "ExperimentExclusion"("videoId");

-- CreateIndex
CREATE UNIQUE INDEX "ExperimentExclusion_experimentId_videoId_key" ON "ExperimentExclusion"("experimentId", "videoId");
