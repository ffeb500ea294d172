import type { Texts } from '../fr';

export const reading: Pick<Texts, 'reading'> = {
  reading: {
    waiting: 'TikTok holds the reading up; it goes on by itself. {{reason}}',
    reasons: {
      CONNECTION_NOT_ACTIVE: 'TikTok does not let us read this account any more. Connect it again.',
      SCOPE_MISSING: 'The permission to list videos is missing. Connect the account again and leave it switched on.',
      RATE_LIMITED: 'TikTok asks us to slow down. The rest follows within the hour, or when you refresh.',
      TIKTOK_UNAVAILABLE: 'TikTok does not answer at the moment. The rest follows within the hour, or when you refresh.',
      TIKTOK_UNREADABLE:
        'What TikTok answers cannot be read at the moment. The rest follows within the hour, or when you refresh.',
      TIKTOK_REFUSED: 'TikTok refuses our requests. Refresh in a few minutes; if it stays so, tell whoever runs this server.',
      UNEXPECTED: 'The reading stopped for a reason of our own. Whoever runs this server finds it in the log.',
    },
    unreadable_one:
      'TikTok sent {{count}} video in a form that cannot be read. The others are kept; this one is asked for again with the next reading.',
    unreadable_other:
      'TikTok sent {{count}} videos in a form that cannot be read. The others are kept; these are asked for again with the next reading.',
  },
};
