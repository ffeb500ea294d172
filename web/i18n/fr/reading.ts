/** Why a reading waits, ended badly, or brought less than everything. */
export const reading = {
  reading: {
    waiting: 'TikTok retarde la lecture ; elle reprend toute seule. {{reason}}',
    reasons: {
      CONNECTION_NOT_ACTIVE: 'TikTok ne nous laisse plus lire ce compte. Connectez-le de nouveau.',
      SCOPE_MISSING: 'L’autorisation de lister les vidéos manque. Connectez de nouveau le compte en la laissant activée.',
      RATE_LIMITED: 'TikTok nous demande de ralentir. La suite vient dans l’heure, ou dès que vous actualisez.',
      TIKTOK_UNAVAILABLE: 'TikTok ne répond pas pour le moment. La suite vient dans l’heure, ou dès que vous actualisez.',
      TIKTOK_UNREADABLE:
        'Ce que TikTok répond est illisible pour le moment. La suite vient dans l’heure, ou dès que vous actualisez.',
      TIKTOK_REFUSED:
        'TikTok refuse nos demandes. Actualisez dans quelques minutes ; si cela dure, prévenez la personne qui gère ce serveur.',
      UNEXPECTED: 'La lecture s’est arrêtée de notre fait. La personne qui gère ce serveur en trouve la cause dans son journal.',
    },
    unreadable_one:
      'TikTok a envoyé {{count}} vidéo sous une forme illisible. Les autres sont gardées ; celle-ci sera redemandée à la prochaine lecture.',
    unreadable_other:
      'TikTok a envoyé {{count}} vidéos sous une forme illisible. Les autres sont gardées ; celles-ci seront redemandées à la prochaine lecture.',
  },
};
