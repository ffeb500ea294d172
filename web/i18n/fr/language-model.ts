export const languageModel = {
  languageModel: {
    title: 'Modèle de langage',
    intro:
      'Les statistiques décident, le modèle « {{model}} » met en mots. Il reçoit pour cela les constats retenus et des légendes de vos vidéos ; rien de votre profil.',
    used: 'Jetons de texte en {{month}}',
    usedOf: '{{used}} sur {{ceiling}}',
    reached: 'Plafond atteint : les statistiques parlent seules.',
    resets: 'Le compte repart de zéro le {{date}} à 0 h UTC.',
    reserve:
      'Chaque demande met d’abord de côté le plus qu’elle peut prendre : le plafond peut donc être atteint avant que la barre soit pleine.',
    cost: 'Coût depuis le début du mois : {{cost}}.',
    noCost: {
      NOT_ASKED: 'Aucun coût : le modèle n’a pas servi.',
      NO_PRICES: 'Coût inconnu : l’exploitant n’a pas indiqué de prix.',
      NOT_COUNTED: 'Coût inconnu : le serveur du modèle ne compte pas ses jetons.',
    },
  },
};
