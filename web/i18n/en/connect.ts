import type { Texts } from '../fr';

export const connect: Pick<Texts, 'landing' | 'connect'> = {
  landing: {
    title: 'What really works on your TikTok, with the evidence',
    intro:
      'Crealia keeps the full history of your numbers, compares every video with your own level, and gives advice only where your data carries it.',
    connect: 'Connect with TikTok',
    toDashboard: 'Open the dashboard',
    underButton: 'Read only. Nothing is asked of TikTok before you agree.',
    honestTitle: 'What we do differently',
    history: {
      title: 'A history that TikTok does not give',
      body: 'TikTok only tells the number of the moment. Crealia keeps every reading: hour by hour for the first two days of a video, then less and less often. You see curves, not totals.',
    },
    fair: {
      title: 'A fair comparison',
      body: 'Yesterday’s video against one from six months ago says nothing. Videos are compared at equal age and with your own level, never with a worldwide average.',
    },
    doubt: {
      title: 'Doubt is shown',
      body: 'Every estimate comes with the number of videos and an interval. Where nothing stands out, the page writes “no measurable difference” instead of colouring noise.',
    },
    proof: {
      title: 'Advice you can check',
      body: 'Behind every recommendation: the statistic, the videos, and the query that gives the number again. A language model may word it; it never supplies a number.',
    },
    notClaimedTitle: 'What we do not promise',
    notClaimed:
      'Nobody can predict virality. For one and the same creator, one video in ten passes five times the median, and posting time explains less than 1% of those differences in the sets of videos we measured. Reach, watch time and audience are not in TikTok’s API: those boxes stay empty and say why.',
    stepsTitle: 'How it goes',
    step1: 'You agree, and authorize reading at TikTok.',
    step2: 'Your videos and their counters are read; you watch the progress.',
    step3: 'The dashboard fills, then you ask for recommendations.',
  },
  connect: {
    title: 'Before you go to TikTok',
    intro: 'This is what Crealia will ask of TikTok, and why. TikTok then shows you its own page, where you can still refuse.',
    anotherTitle: 'Add a TikTok account',
    purposeTitle: 'Purpose',
    purpose: 'Analysing your own account: showing how your numbers move and drawing advice for you from them.',
    scopesTitle: 'What is read, read only',
    scopes: {
      basic: 'your display name and picture',
      profile: 'your username, biography and profile link',
      stats: 'your follower, following, like and video counts',
      videos: 'your public videos: caption, duration, cover and counters',
    },
    neverTitle: 'What is never done',
    never: 'No posting, no messages, no resale, no tracking. Access tokens are encrypted.',
    policy: 'Privacy policy, version {{version}}',
    agree: 'I agree that Crealia reads this data for this purpose. I can withdraw this at any time in the settings.',
    submit: 'Connect with TikTok',
    back: 'Back',
    problemTitle: 'The connection did not go through',
    retry: 'Start again',
    detail: 'Code: {{code}}',
    missingScopes: 'Missing permissions:',
    problems: {
      AuthorizationCancelledError: {
        title: 'You cancelled at TikTok',
        body: 'Nothing was read or stored. You can start again whenever you like.',
      },
      AuthorizationStateError: {
        title: 'TikTok’s answer does not match a pending request',
        body: 'The request expired, was already used, or comes from another browser. Start again from this browser, in one tab.',
      },
      AuthorizationCodeRejectedError: {
        title: 'TikTok refused the connection code',
        body: 'A code works once and expires quickly. Start again: a new one will be asked for.',
      },
      MissingScopeError: {
        title: 'A permission that is needed was switched off',
        body: 'Without it there is nothing to analyse; nothing was stored. Start again and leave these permissions on.',
      },
      ConnectionOwnedBySomeoneElseError: {
        title: 'This TikTok account is already connected by somebody else',
        body: 'If it is yours, sign out here and sign in with that TikTok account. Otherwise, ask that person to disconnect it.',
      },
      ErasureUnderWayError: {
        title: 'The data of this account is being erased right now',
        body: 'Nothing new was saved. Connect the account again in a few minutes to start afresh.',
      },
      TikTokRefusedError: {
        title: 'TikTok refuses this application',
        body: 'Nothing was stored, and trying again will not help. Tell whoever runs this installation: the details are in its log.',
      },
      TikTokUnreachableError: {
        title: 'TikTok does not answer',
        body: 'Nothing was stored. Wait a minute and start again; if it goes on, TikTok is probably down.',
      },
      RateLimited: {
        title: 'Too many connections from this address',
        body: 'Nothing was stored. Wait ten minutes and start again.',
      },
      unknown: {
        title: 'Something went wrong',
        body: 'Nothing was stored. Start again; if it repeats, tell whoever runs this installation.',
      },
    },
  },
};
