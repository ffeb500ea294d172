-- AlterTable
ALTER TABLE "Recommendation" ADD COLUMN "statedConfidence" REAL;

-- CreateTable
CREATE TABLE "Prediction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "connectionId" TEXT NOT NULL,
    "recommendationId" TEXT,
    "type" TEXT NOT NULL,
    "criterion" JSONB,
    "effect" REAL NOT NULL,
    "effectLow" REAL NOT NULL,
    "effectHigh" REAL NOT NULL,
    "intervalLevel" REAL NOT NULL,
    "level" REAL,
    "scatter" REAL,
    "levelVideos" INTEGER,
    "methodVersion" TEXT NOT NULL,
    "registeredAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,
    "videoId" TEXT,
    "linkedAt" DATETIME,
    "linkedBy" TEXT,
    "verdict" TEXT,
    "undecidedReason" TEXT,
    "settledAt" DATETIME,
    CONSTRAINT "Prediction_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Prediction_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Prediction_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PredictionHorizon" (
    "predictionId" TEXT NOT NULL,
    "ageHours" INTEGER NOT NULL,
    "baselineViews" REAL NOT NULL,
    "expectedViews" REAL NOT NULL,
    "lowViews" REAL NOT NULL,
    "highViews" REAL NOT NULL,
    "probability" REAL NOT NULL,
    "measuredViews" REAL,
    "verdict" TEXT,
    "undecidedReason" TEXT,
    "judgedAt" DATETIME,

    PRIMARY KEY ("predictionId", "ageHours"),
    CONSTRAINT "PredictionHorizon_predictionId_fkey" FOREIGN KEY ("predictionId") REFERENCES "Prediction" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Prediction_connectionId_registeredAt_id_idx" ON "Prediction"("connectionId", "registeredAt", "id");

-- CreateIndex
CREATE INDEX "Prediction_connectionId_settledAt_idx" ON "Prediction"("connectionId", "settledAt");

-- CreateIndex
CREATE INDEX "Prediction_recommendationId_idx" ON "Prediction"("recommendationId");

-- CreateIndex
CREATE INDEX "Prediction_videoId_idx" ON "Prediction"("videoId");

-- What was predicted is written once. The application has no statement that changes it; these make sure that none ever does.
CREATE TRIGGER "Prediction_is_written_once" BEFORE INSERT ON "Prediction"
WHEN EXISTS (SELECT 1 FROM "Prediction" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'A prediction is never replaced.');
END;

-- The link to the recommendation may only end because the recommendation is gone.
CREATE TRIGGER "Prediction_stays_as_predicted" BEFORE UPDATE ON "Prediction"
WHEN NEW."id" IS NOT OLD."id"
  OR NEW."connectionId" IS NOT OLD."connectionId"
  OR (NEW."recommendationId" IS NOT OLD."recommendationId"
      AND (NEW."recommendationId" IS NOT NULL OR EXISTS (SELECT 1 FROM "Recommendation" WHERE "id" = OLD."recommendationId")))
  OR NEW."type" IS NOT OLD."type"
  OR NEW."criterion" IS NOT OLD."criterion"
  OR NEW."effect" IS NOT OLD."effect"
  OR NEW."effectLow" IS NOT OLD."effectLow"
  OR NEW."effectHigh" IS NOT OLD."effectHigh"
  OR NEW."intervalLevel" IS NOT OLD."intervalLevel"
  OR NEW."level" IS NOT OLD."level"
  OR NEW."scatter" IS NOT OLD."scatter"
  OR NEW."levelVideos" IS NOT OLD."levelVideos"
  OR NEW."methodVersion" IS NOT OLD."methodVersion"
  OR NEW."registeredAt" IS NOT OLD."registeredAt"
  OR NEW."expiresAt" IS NOT OLD."expiresAt"
BEGIN
    SELECT RAISE(ABORT, 'What was predicted is never changed.');
END;

-- A verdict stands, and from the first one on the video stays the same, unless it is erased.
CREATE TRIGGER "Prediction_keeps_its_outcome" BEFORE UPDATE ON "Prediction"
WHEN (OLD."settledAt" IS NOT NULL
      AND (NEW."settledAt" IS NOT OLD."settledAt" OR NEW."verdict" IS NOT OLD."verdict"
           OR NEW."undecidedReason" IS NOT OLD."undecidedReason" OR NEW."cancelledAt" IS NOT OLD."cancelledAt"))
  OR (OLD."videoId" IS NOT NULL AND NEW."videoId" IS NOT OLD."videoId"
      AND EXISTS (SELECT 1 FROM "Video" WHERE "id" = OLD."videoId")
      AND EXISTS (SELECT 1 FROM "PredictionHorizon" WHERE "predictionId" = OLD."id" AND "judgedAt" IS NOT NULL))
BEGIN
    SELECT RAISE(ABORT, 'A prediction that was judged keeps its video and its verdict.');
END;

-- When an account is erased its row goes first; only then may its predictions follow.
CREATE TRIGGER "Prediction_is_kept" BEFORE DELETE ON "Prediction"
WHEN EXISTS (SELECT 1 FROM "TikTokConnection" WHERE "id" = OLD."connectionId")
BEGIN
    SELECT RAISE(ABORT, 'A prediction is kept as long as its account.');
END;

CREATE TRIGGER "PredictionHorizon_is_written_once" BEFORE INSERT ON "PredictionHorizon"
WHEN EXISTS (SELECT 1 FROM "PredictionHorizon" WHERE "predictionId" = NEW."predictionId" AND "ageHours" = NEW."ageHours")
BEGIN
    SELECT RAISE(ABORT, 'A prediction is never replaced.');
END;

CREATE TRIGGER "PredictionHorizon_stays_as_predicted" BEFORE UPDATE ON "PredictionHorizon"
WHEN OLD."judgedAt" IS NOT NULL
  OR NEW."predictionId" IS NOT OLD."predictionId"
  OR NEW."ageHours" IS NOT OLD."ageHours"
  OR NEW."baselineViews" IS NOT OLD."baselineViews"
  OR NEW."expectedViews" IS NOT OLD."expectedViews"
  OR NEW."lowViews" IS NOT OLD."lowViews"
  OR NEW."highViews" IS NOT OLD."highViews"
  OR NEW."probability" IS NOT OLD."probability"
BEGIN
    SELECT RAISE(ABORT, 'What was predicted is never changed, nor is a verdict.');
END;

CREATE TRIGGER "PredictionHorizon_is_kept" BEFORE DELETE ON "PredictionHorizon"
WHEN EXISTS (SELECT 1 FROM "Prediction" WHERE "id" = OLD."predictionId")
BEGIN
    SELECT RAISE(ABORT, 'A prediction is kept as long as its account.');
END;
