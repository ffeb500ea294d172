-- AlterTable
ALTER TABLE "TikTokConnection" ADD COLUMN "authorizedAt" DATETIME;
ALTER TABLE "TikTokConnection" ADD COLUMN "eraseAfter" DATETIME;
ALTER TABLE "TikTokConnection" ADD COLUMN "erasureId" TEXT;
ALTER TABLE "TikTokConnection" ADD COLUMN "refreshLeaseExpiresAt" DATETIME;
ALTER TABLE "TikTokConnection" ADD COLUMN "refreshLeasedBy" TEXT;

-- CreateTable
CREATE TABLE "Erasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "userId" TEXT,
    "connectionIds" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "fileCountBefore" INTEGER NOT NULL DEFAULT 0,
    "fileCountAfter" INTEGER,
    "revokedCount" INTEGER NOT NULL DEFAULT 0,
    "alreadyEndedCount" INTEGER NOT NULL DEFAULT 0,
    "unconfirmedCount" INTEGER NOT NULL DEFAULT 0,
    "requestedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Erasure_phase_requestedAt_idx" ON "Erasure"("phase", "requestedAt");

-- CreateIndex
CREATE INDEX "TikTokConnection_eraseAfter_idx" ON "TikTokConnection"("eraseAfter");
