import type { Texts } from '../fr';

export const sessions: Pick<Texts, 'sessions'> = {
  sessions: {
    title: 'Signed-in browsers',
    intro: 'Where your account is open at the moment. One you do not recognise? End its session: it opens nothing from then on.',
    unknown: 'Unknown browser',
    current: 'This browser',
    since: 'Signed in on {{date}}',
    lastSeen: 'active on {{date}}',
    revoke: 'End this session',
    revokeNamed: 'End this session: {{name}}, signed in on {{date}}',
    revokeOthers: 'End all other sessions',
    more_one: 'and {{count}} other, older',
    more_other: 'and {{count}} others, older',
  },
};
