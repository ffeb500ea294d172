-- CreateTable
CREATE TABLE "ChoiceAnalysis" (
    "connectionId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dataVersion" INTEGER NOT NULL,
    "methodVersion" TEXT NOT NULL,
    "choices" JSONB NOT NULL,

    PRIMARY KEY ("connectionId", "timeZone"),
    CONSTRAINT "ChoiceAnalysis_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "TikTokConnection" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Ideas and scripts no longer stand on single outliers: what was missing for them has another name.
UPDATE "GenerationRun" SET "missing" = replace("missing", '"NO_OUTLIER"', '"NO_MEASURABLE_DIFFERENCE"');
