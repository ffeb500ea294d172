/** Hashtags that ask for reach and say nothing about the content. */
const reachHashtags = new Set(
  'fyp fypシ foryou foryoupage fy pourtoi pourtoii pourtoipage perte parati viral viralvideo viraltiktok trending trend tendance xuhuong tiktok tiktokfrance xyzbca xyzabc'.split(
    ' ',
  ),
);

/** @param name without #, lower case */
export function isReachHashtag(name: string): boolean {
  return reachHashtags.has(name);
}
