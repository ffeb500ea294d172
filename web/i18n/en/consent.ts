import type { Texts } from '../fr';

export const consent: Pick<Texts, 'consent'> = {
  consent: {
    optional: 'Optional',
    research:
      'I agree that the hashtags and dates of my public videos count, without my name, in the rising hashtags shown to the creators of this installation.',
    researchHint:
      'Nothing else depends on it: without this box everything works the same. You can change your mind at any time in the settings.',
    researchTitle: 'Research',
    researchOn: 'Your videos count in the rising hashtags of this installation.',
    researchOff: 'Your videos do not count in the rising hashtags of this installation.',
    researchWhat:
      'What counts: the hashtags of your public videos of the last six weeks, and their dates. What is never shown: your name, your videos, your numbers, or a hashtag that fewer than three other creators use.',
    giveResearch: 'I agree, count my videos',
    withdrawResearch: 'Withdraw my agreement',
    withdrawNow: 'A withdrawal holds from the next page on.',
    accountHelp:
      'Without the agreement to the analysis of your account nothing more is read. Withdraw it here, or by disconnecting your accounts.',
    withdrawStops:
      'The reading of all your accounts stops at once and the authorizations are withdrawn at TikTok. What was read already stays here until you ask for its erasure.',
    withdrawAndStop: 'Withdraw the agreement and stop the reading',
    withdrawAccount: 'Withdraw the agreement to the analysis of my account',
    history: 'History of your agreements',
    changedTitle: 'Our privacy policy has changed (version {{version}}).',
    changedBody: 'Read what changes, then agree in the settings. Until then nothing changes for you.',
    toSettings: 'See it in the settings',
    agree: 'I have read version {{version}} and agree to it',
  },
};
