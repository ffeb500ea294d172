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
      'The agreement to the analysis of your account is withdrawn by disconnecting your accounts: nothing is read any more then.',
    withdrawAccount: 'Withdraw the agreement to the analysis of my account',
    history: 'History of your agreements',
    changedTitle: 'Our privacy policy has changed (version {{version}}).',
    changedBody: 'Read what changes, then agree in the settings. Until then nothing changes for you.',
    toSettings: 'See it in the settings',
    agree: 'I have read version {{version}} and agree to it',
  },
};
