/** Everything Crealia asks of TikTok. Publishing scopes are asked only where publishing is used. */
export const requestedScopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'] as const;

/** Without these there is nothing to show; the person may refuse the others and sees which numbers are missing for it. */
export const requiredScopes = ['user.info.basic', 'video.list'] as const;

/** TikTok writes scopes comma separated; some answers have spaces. */
export function parseScopes(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

export function missingScopes(granted: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !granted.includes(scope));
}
