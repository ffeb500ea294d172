-- AlterTable
ALTER TABLE "Job" ADD COLUMN "scheduledAt" DATETIME;

-- AlterTable
ALTER TABLE "SyncRun" ADD COLUMN "unreadableCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "TikTokConnection" ADD COLUMN "refreshOpenSince" DATETIME;
