-- AlterTable
ALTER TABLE "GenerationRun" ADD COLUMN "costMicroUsd" INTEGER;

-- CreateTable
CREATE TABLE "LanguageModelRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "generationRunId" TEXT,
    "model" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL,
    "inputTokens" INTEGER,
    "outputTokens" INTEGER,
    "costMicroUsd" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "LanguageModelRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "LanguageModelRequest_generationRunId_fkey" FOREIGN KEY ("generationRunId") REFERENCES "GenerationRun" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "LanguageModelRequest_ownerId_month_idx" ON "LanguageModelRequest"("ownerId", "month");

-- CreateIndex
CREATE INDEX "LanguageModelRequest_generationRunId_idx" ON "LanguageModelRequest"("generationRunId");
