export const consent = {
  consent: {
    optional: 'Facultatif',
    research:
      'J’accepte que les hashtags et les dates de mes vidéos publiques comptent, sans mon nom, dans les hashtags en hausse montrés aux créateurs de cette installation.',
    researchHint:
      'Rien d’autre n’en dépend : sans cette case, tout fonctionne pareil. Vous pouvez changer d’avis à tout moment dans les réglages.',
    researchTitle: 'Recherche',
    researchOn: 'Vos vidéos comptent dans les hashtags en hausse de cette installation.',
    researchOff: 'Vos vidéos ne comptent pas dans les hashtags en hausse de cette installation.',
    researchWhat:
      'Comptent : les hashtags de vos vidéos publiques des six dernières semaines et leurs dates. Ne sont jamais montrés : votre nom, vos vidéos, vos chiffres, ni un hashtag que moins de trois autres créateurs utilisent.',
    giveResearch: 'J’accepte, faire compter mes vidéos',
    withdrawResearch: 'Retirer mon accord',
    withdrawNow: 'Le retrait vaut dès la page suivante.',
    accountHelp:
      'Sans l’accord pour l’analyse de votre compte, plus rien n’est lu. Il se retire ici, ou en déconnectant vos comptes.',
    withdrawStops:
      'La lecture de tous vos comptes s’arrête aussitôt et les autorisations sont retirées chez TikTok. Ce qui a déjà été lu reste ici jusqu’à ce que vous demandiez son effacement.',
    withdrawAndStop: 'Retirer l’accord et arrêter la lecture',
    withdrawAccount: 'Retirer l’accord pour l’analyse de mon compte',
    history: 'Historique de vos accords',
    changedTitle: 'Notre politique de confidentialité a changé (version {{version}}).',
    changedBody: 'Lisez ce qui change, puis donnez votre accord dans les réglages. En attendant, rien ne change pour vous.',
    toSettings: 'Voir dans les réglages',
    agree: 'J’ai lu la version {{version}} et je l’accepte',
  },
};
