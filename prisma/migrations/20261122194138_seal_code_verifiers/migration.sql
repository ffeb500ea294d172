-- The verifiers so far were kept plain. Who is at TikTok right now starts again; ten minutes later nobody could have come back anyway.
DELETE FROM "AuthorizationAttempt";
ALTER TABLE "AuthorizationAttempt" RENAME COLUMN "codeVerifier" TO "codeVerifierEncrypted";
