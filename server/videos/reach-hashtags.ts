/** Hashtags that ask for reach and say nothing about the content. */
const reachHashtags = new Set(
  'fyp fypシ foryou foryoupage fy pourtoi pourtoii pourtoipage perte parati viral viralvideo viraltiktok trending trend tendance tiktok tiktokfrance xyzbca xyzabc'.split(
    ' ',
  ),
);

/** Whether a hashtag (as `normalizeHashtag` keeps it) only asks for reach. */
export function isReachHashtag(hashtag: string): boolean {
  return reachHashtags.has(hashtag);
}
