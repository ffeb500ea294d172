export const growth = {
  growth: {
    title: 'Où elle va',
    sentence:
      'Environ {{views}} vues à {{age}} ; 8 vidéos comparables sur 10 finissent entre {{low}} et {{high}}, une sur deux entre {{low50}} et {{high50}}.',
    basis: 'D’après {{n}} lectures de cette vidéo et {{others}} de vos autres vidéos ; mesuré sur des vidéos jamais vues.',
    basisAlone: 'D’après {{n}} lectures de cette vidéo et le parcours habituel de vidéos publiques.',
    badge: { BREAKING_OUT: 'Décolle · {{probability}}', STALLING: 'Stagne · {{probability}}' },
    momentum: {
      BREAKING_OUT:
        'Elle décolle : probabilité de {{probability}} qu’à 7 jours elle ait au moins {{factor}} fois vos {{typical}} vues habituelles.',
      STALLING:
        'Elle stagne : probabilité de {{probability}} qu’à 7 jours elle ait au plus un tiers de vos {{typical}} vues habituelles.',
      AS_EXPECTED:
        'Ni décollage ({{up}} pour {{factor}} fois vos {{typical}} vues habituelles à 7 jours) ni stagnation ({{down}} pour un tiers) ; nous le disons à partir de {{threshold}}.',
    },
    unknown: {
      NOT_YET: 'On peut dire où elle va à partir de la deuxième lecture.',
      NO_LEVEL: 'Impossible encore de dire si c’est beaucoup ou peu pour vous : il faut 5 vidéos lues à un jour d’âge ou plus.',
      WEEK_OVER: 'Sa première semaine est passée : le résultat se lit sous « Face à votre niveau ».',
    },
    legend: 'En tirets : attendu. Bande foncée : 5 vidéos comparables sur 10 ; bande claire : 8 sur 10.',
    pointsCaption: 'Vues à des âges ronds, mesurées ou attendues',
    age: 'Âge',
    views: 'Vues',
    half: '5 sur 10',
    most: '8 sur 10',
    range: '{{low}} – {{high}}',
    origin: 'Origine',
    statuses: {
      MEASURED: 'lu',
      INTERPOLATED: 'entre deux lectures',
      EXPECTED: 'attendu',
      NOT_READ: 'pas lu à cet âge',
      NOT_YET: 'pas encore',
    },
    youngTitle: 'Vidéos des 7 derniers jours',
    youngIntro:
      'Où vos jeunes vidéos se situeront à 7 jours face à vos vues habituelles. Seul ce qui est probable à {{threshold}} ou plus est montré.',
    breakingOut: 'Décollent',
    stalling: 'Stagnent',
    noneYoung:
      'Rien à dire encore des vidéos des 7 derniers jours : il faut deux lectures d’une vidéo, à quelques heures d’écart, et 5 vidéos plus anciennes pour comparer.',
    noneMoving_one: 'Rien ne se détache : la vidéo suivie peut fort bien finir dans vos vues habituelles.',
    noneMoving_other: 'Rien ne se détache : les {{formatted}} vidéos suivies peuvent fort bien finir dans vos vues habituelles.',
    noneOfKind: 'Aucune en ce moment.',
    towards: 'environ {{views}} à 7 jours ({{low}} – {{high}}) ; d’habitude : {{typical}}',
  },
};
