export const sessions = {
  sessions: {
    title: 'Navigateurs connectés',
    intro:
      'Là où votre compte est ouvert en ce moment. Un navigateur que vous ne reconnaissez pas ? Fermez sa session : elle ne servira plus à rien.',
    unknown: 'Navigateur inconnu',
    current: 'Ce navigateur',
    since: 'Ouverte le {{date}}',
    lastSeen: 'active le {{date}}',
    revoke: 'Fermer cette session',
    revokeNamed: 'Fermer cette session : {{name}}, ouverte le {{date}}',
    revokeOthers: 'Fermer toutes les autres sessions',
    more_one: 'et {{count}} autre, plus ancienne',
    more_other: 'et {{count}} autres, plus anciennes',
  },
};
