-- AlterTable
ALTER TABLE "Prediction" ADD COLUMN "n" INTEGER;

-- As before, and the sample size with it.
DROP TRIGGER "Prediction_stays_as_predicted";
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
  OR NEW."n" IS NOT OLD."n"
  OR NEW."level" IS NOT OLD."level"
  OR NEW."scatter" IS NOT OLD."scatter"
  OR NEW."levelVideos" IS NOT OLD."levelVideos"
  OR NEW."methodVersion" IS NOT OLD."methodVersion"
  OR NEW."registeredAt" IS NOT OLD."registeredAt"
  OR NEW."expiresAt" IS NOT OLD."expiresAt"
BEGIN
    SELECT RAISE(ABORT, 'What was predicted is never changed.');
END;
