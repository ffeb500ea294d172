export const method = {
  method: {
    title: 'Comment nos chiffres sont faits',
    intro:
      'Ce que nous calculons, comment nous vérifions que cela tient sur des vidéos que le calcul n’a jamais vues, et ce que cela donne, bon ou mauvais.',
    link: 'Comment ces chiffres sont faits et vérifiés',
    stepsTitle: 'De vos vues à un conseil',
    steps: {
      age: {
        title: 'À âge égal',
        body: 'Une vidéo d’hier n’a pas eu le temps d’une vidéo du mois dernier. Chaque vidéo est ramenée aux vues qu’elle aurait au bout de sept jours.',
      },
      level: {
        title: 'Contre votre propre niveau',
        body: 'Une vidéo n’est comparée qu’à vos autres vidéos de la même période, jamais à celles des autres. Seul compte l’écart à ce niveau.',
      },
      arms: {
        title: 'Avec un choix, et sans',
        body: 'Pour chaque choix (heure, hashtag, durée, son…), les vidéos qui le suivent sont comparées à vos autres vidéos.',
      },
      chance: {
        title: 'La part du hasard est retirée',
        body: 'Parmi trente hashtags, il y en a toujours un qui brille par hasard. Chaque écart est donc rapproché de zéro, d’autant plus que peu de vidéos le portent, et reçoit un intervalle.',
      },
      silence: {
        title: 'Un conseil, ou rien',
        body: 'Nous ne conseillons qu’à partir d’une probabilité et d’un gain fixés d’avance. Sinon nous écrivons « aucune différence mesurable », avec le nombre de vidéos.',
      },
    },
    methods: {
      crealia: 'Crealia',
      'raw-heat-map': 'Meilleure case d’une carte des heures',
      'most-frequent-slot': 'Case la plus utilisée',
      'best-raw-hashtag': 'Hashtag à la meilleure moyenne',
      none: 'Aucun conseil',
    },
    choices: {
      HOURS: 'Heures',
      WEEKDAY: 'Jour de la semaine',
      HASHTAG: 'Hashtag',
      OPENING: 'Début de légende',
      DURATION: 'Durée',
      CAPTION_LENGTH: 'Longueur de légende',
      SOUND: 'Son',
      GAP: 'Temps depuis la vidéo précédente',
      FORMAT: 'Forme',
    },
    interval: 'Intervalle à 95 %',
    between: '{{from}} à {{to}}',
    gain: {
      title: 'Les vidéos suivantes donnent-elles raison aux conseils ?',
      intro:
        'Nous avons rejoué le passé de {{creators}} créateurs ({{videos}} vidéos, un ensemble privé). À {{origins}} moments, {{scored}} d’entre eux reçoivent les conseils que leurs vidéos d’alors permettent ; sept jours après, nous regardons ce qu’ils publient : {{later}} vidéos que le calcul n’a jamais vues. Le gain mesuré compare celles qui se trouvent suivre le conseil aux autres.',
      keyGain: 'gain mesuré sur les vidéos suivantes, avec son intervalle à 95 %',
      keyPromised: 'gain que la méthode annonçait sur les vidéos déjà connues',
      same: '= pareil',
      row: '{{method}} : {{gain}} mesuré ensuite, intervalle {{low}} à {{high}}, sur {{n}} vidéos ; {{promised}} annoncé.',
      rowOneCreator:
        '{{method}} : {{gain}} mesuré ensuite chez un seul créateur, sans intervalle, sur {{n}} vidéos ; {{promised}} annoncé.',
      reading:
        'Quand le point est loin du cercle, la méthode avait promis ce qu’elle n’a pas tenu. Quand l’intervalle touche la ligne « pareil », rien ne dit que le conseil serve à quelque chose.',
      noFigure: 'pas de chiffre',
      nobodyAdvised: 'Personne n’a été conseillé.',
      nothingToTell: 'Aucune vidéo suivante pour en juger.',
      advice: 'Conseil',
      advised: 'Créateurs conseillés',
      ofCreators: '{{advised}} sur {{creators}}',
      promised: 'Gain annoncé',
      measured: 'Gain mesuré ensuite',
      videosFollowing: 'Vidéos qui suivent',
      byChoice: 'Les conseils de Crealia, selon ce qui est choisi',
      placebo:
        'Pour contrôle, le même calcul avec des vues brouillées (celles d’une vidéo bien plus tardive) : tout gain y est un hasard',
    },
    calibration: {
      title: 'Quand nous disons 90 %, est-ce 90 % ?',
      intro:
        'La confiance d’un conseil est la probabilité que les dix prochaines vidéos qui le suivent fassent mieux, en moyenne, que vos autres vidéos. Nous avons compté combien de fois ce fut le cas.',
      chart: 'Confiance annoncée et vidéos qui donnent raison',
      summary:
        'À gauche, la part des conseils que les vidéos suivantes ont confirmés ; en bas, la confiance annoncée. Sur la diagonale, ce qui est dit arrive. Écart moyen : {{error}}, sur {{n}} conseils.',
      none: 'Aucun conseil n’a eu assez de vidéos suivantes pour en juger.',
      confidence: 'Confiance',
      n: 'Conseils',
      stated: 'Annoncé',
      observed: 'Confirmé',
    },
    generated: {
      title: 'Et quand il n’y a rien à trouver ?',
      intro:
        'Sur des créateurs fabriqués, nous connaissons la vérité : rien ne compte, sauf ce que nous y avons mis. Une méthode qui se tait toujours ne donnerait jamais de fausse alerte, et ne servirait à rien ; il faut donc regarder les deux.',
      falseAlarms:
        'Conseillés à tort : {{rate}} (± {{error}}) de {{creators}} créateurs chez qui rien ne compte, tous conseils réunis. Le but est 5 % ou moins.',
      chart: 'Effets retrouvés, selon leur taille et le nombre de vidéos',
      summary:
        'Un effet de {{large}} de vues est retrouvé chez {{foundLarge}} des créateurs de 200 vidéos, un effet de {{small}} chez {{foundSmall}} de ceux qui en ont 800. Chaque courbe porte son nombre de vidéos ; le trait est le but de 80 %.',
      effect: 'Effet',
      videos_one: '{{count}} vidéo',
      videos_other: '{{count}} vidéos',
    },
    growth: {
      title: 'Prévoir les vues d’une vidéo',
      intro:
        'Depuis une lecture, les vues d’une lecture ultérieure sont prévues, puis comparées à ce qui est arrivé : {{readings}} lectures de {{videos}} vidéos de {{creators}} créateurs, un autre ensemble privé. Pour une vidéo sur deux, la prévision se trompe de moins que l’erreur indiquée ; à côté, celle de la courbe médiane et celle de « plus rien ne bouge ».',
      span: 'De → à',
      hours: '{{range}} h',
      days: '{{range}} j',
      earlier: 'Lecture plus tôt',
      yes: 'oui',
      no: 'non',
      n: 'Lectures',
      error: 'Erreur',
      medianPath: 'Courbe médiane',
      noGrowth: 'Sans croissance',
      coverage50: 'Dans l’intervalle à 50 %',
      coverage80: 'Dans l’intervalle à 80 %',
    },
    limitsTitle: 'Ce que ces chiffres ne disent pas',
    limits: {
      cause: 'La cause. Un hashtag peut aller avec de bonnes vidéos sans y être pour rien.',
      average:
        'Votre cas. Les créateurs mesurés sont de gros comptes ; un conseil utile en moyenne peut ne pas l’être pour vous.',
      purpose:
        'Ce qui arrive quand on suit un conseil exprès : ici, les vidéos se trouvaient le suivre. Chaque conseil que vous appliquez est donc noté à son tour sur ce qui arrive.',
    },
    again:
      'Méthode {{version}}. Les mêmes chiffres se recalculent avec la commande « npm run backtest », et sont dans docs/backtest.md.',
  },
};
