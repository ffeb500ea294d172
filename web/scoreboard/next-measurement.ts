interface Followed {
  video: { publishedAt: string } | null;
  horizons: readonly { ageHours: number; verdict: unknown }[];
}

/** The first age that is not judged yet, and when the video reaches it; null without a video or when all are judged. */
export function nextMeasurement({ video, horizons }: Followed): { ageHours: number; at: string } | null {
  const next = horizons.find(({ verdict }) => verdict === null);
  if (!video || !next) return null;
  return { ageHours: next.ageHours, at: new Date(Date.parse(video.publishedAt) + next.ageHours * 3_600_000).toISOString() };
}
