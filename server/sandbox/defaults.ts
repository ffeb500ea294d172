/** The application that the sandbox knows; not secret, since the sandbox is for demonstrations and tests only. */
export const sandboxClientKey = 'sandboxdemonstrationkey';
export const sandboxClientSecret = 'sandbox-demonstration-secret-not-for-production';
export const defaultSandboxPort = 3900;
export const defaultSandboxSeed = 'crealia';

/** What TikTok's review would have approved for the application; asking for anything else refuses the whole request. */
export const approvedScopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'] as const;

export const tokenRegimes = {
  '2026-11': { accessSeconds: 7_200, refreshSeconds: 15_552_000, alwaysRotates: true },
  legacy: { accessSeconds: 86_400, refreshSeconds: 31_536_000, alwaysRotates: false },
} as const;

export const callsPerMinute = 600;
export const pictureLifetimeSeconds = { cover: 6 * 3_600, avatar: 24 * 3_600 };
export const codeLifetimeSeconds = 300;
