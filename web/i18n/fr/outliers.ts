export const outliers = {
  outliers: {
    badge: { UP: 'Hors norme, au-dessus · {{probability}}', DOWN: 'Hors norme, au-dessous · {{probability}}' },
    sentence: {
      UP: 'Hors norme vers le haut, avec une probabilité de {{probability}} : vos variations ordinaires ne suffisent guère à l’expliquer (estimé sur {{n}} vidéos).',
      DOWN: 'Hors norme vers le bas, avec une probabilité de {{probability}} : vos variations ordinaires ne suffisent guère à l’expliquer (estimé sur {{n}} vidéos).',
      NONE: 'Cet écart peut être une variation ordinaire : la probabilité d’une vidéo hors norme est de {{probability}} (nous ne le disons qu’à partir de {{threshold}} ; estimé sur {{n}} vidéos).',
    },
    young: 'Avant sept jours d’âge, cette probabilité est plus prudente.',
    tooFew: 'Pour dire si elle sort de votre ordinaire, il faut {{minimum}} vidéos comparées.',
    filter: 'Hors norme',
    any: 'Toutes',
    both: 'Hors norme seulement',
    up: 'Vers le haut',
    down: 'Vers le bas',
  },
};
