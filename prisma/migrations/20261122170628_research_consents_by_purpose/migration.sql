-- CreateIndex
CREATE INDEX "Consent_purpose_withdrawnAt_userId_idx" ON "Consent"("purpose", "withdrawnAt", "userId");
