import type { Installation, LegalText } from './legal-text';

export const privacyFr = ({ languageModel }: Installation): LegalText => ({
  intro:
    'Crealia est un logiciel que son exploitant installe lui-même : vos données restent dans la base de cette installation. Cette page dit ce qui est lu, pourquoi, combien de temps, et ce que vous pouvez exiger.',
  sections: [
    {
      title: 'Ce qui est lu chez TikTok',
      paragraphs: ['Uniquement en lecture, uniquement pour le compte que vous connectez, uniquement après votre accord :'],
      items: [
        'votre profil : identifiant, nom d’affichage, nom d’utilisateur, photo, biographie, lien, badge de vérification ;',
        'vos compteurs : abonnés, abonnements, mentions J’aime, nombre de vidéos ;',
        'vos vidéos publiques : légende, hashtags, durée, couverture, liens, et leurs nombres de vues, de mentions J’aime, de commentaires et de partages ;',
        'le nom du son d’une vidéo, par le service public oEmbed de TikTok.',
      ],
    },
    {
      title: 'Ce qui n’est pas lu',
      paragraphs: [
        'Ni vos messages, ni vos commentaires, ni la liste de vos abonnés, ni vos vidéos privées. Rien n’est publié en votre nom.',
      ],
    },
    {
      title: 'Pourquoi, et sur quelle base',
      paragraphs: [
        'Le but est l’analyse de votre propre compte : courbes, comparaisons avec votre propre niveau, recommandations. La base est votre accord, enregistré avec la version de cette politique et l’heure. Aucune décision vous concernant n’est prise automatiquement.',
      ],
    },
    {
      title: 'La recherche, si vous le voulez',
      paragraphs: [
        'Un second accord, facultatif et distinct du premier, fait compter vos vidéos dans une seule chose : les hashtags en hausse de cette installation. Ses créateurs voient combien de vidéos et combien de créateurs ont utilisé un hashtag ces 14 derniers jours, et ce que cela donne face aux 28 jours d’avant.',
        'Seuls comptent les hashtags de vos vidéos publiques des six dernières semaines et leurs dates. Personne ne voit votre nom, vos vidéos, vos légendes ni vos chiffres, et un hashtag n’apparaît que si au moins trois créateurs autres que le lecteur l’utilisent. Rien ne quitte cette installation.',
        'Vous le donnez ou le retirez dans les réglages ; un retrait vaut dès la demande suivante. Rien d’autre ne change, avec ou sans lui.',
      ],
    },
    {
      title: 'À quel rythme',
      paragraphs: [
        'Les compteurs d’une vidéo sont relevés toutes les heures pendant deux jours, toutes les six heures jusqu’à sept jours, chaque jour jusqu’à trente, chaque semaine jusqu’à quatre-vingt-dix, puis chaque mois. Chaque relevé est gardé : c’est l’historique que TikTok ne donne pas.',
      ],
    },
    {
      title: 'Combien de temps',
      paragraphs: [
        'L’historique est conservé tant que vous ne demandez pas son effacement. Déconnecter un compte arrête toute lecture, retire l’autorisation chez TikTok et supprime les jetons d’accès ; l’historique reste, pour que vous puissiez le consulter ou reprendre.',
        'Une session expire après trente jours sans visite.',
      ],
    },
    {
      title: 'Qui y a accès',
      paragraphs: [
        'Vous, et la personne qui exploite cette installation. Rien n’est vendu, loué ni transmis à des annonceurs.',
        languageModel === null
          ? 'Aucun modèle de langage n’est configuré ici : vos données ne partent vers aucun service d’IA.'
          : `Quand vous demandez des recommandations, sont envoyés au modèle de langage « ${languageModel} » configuré par l’exploitant, pour la formulation : les constats statistiques retenus, les légendes des vidéos citées et de celles qui ont le mieux marché, vos hashtags habituels et les premiers mots de vos séries. Votre profil, vos identifiants et vos jetons d’accès ne lui sont pas envoyés, et rien ne part d’un compte déconnecté. Ce que devient ce texte chez le fournisseur du modèle dépend de ses conditions ; l’exploitant peut vous dire lequel c’est. Nous gardons pour chaque demande le nombre de jetons de texte et leur coût, sans le texte.`,
      ],
    },
    {
      title: 'Comment elles sont protégées',
      paragraphs: [
        'Les jetons de TikTok sont chiffrés (AES-256-GCM). Aucun jeton, aucun code de connexion et aucune légende n’est écrit dans les journaux. Les couvertures passent par ce serveur : votre navigateur ne contacte pas TikTok quand vous consultez ces pages.',
      ],
    },
    {
      title: 'Cookies',
      paragraphs: [
        'Quatre cookies techniques : votre session, la langue choisie, le compte affiché quand vous en avez plusieurs, et, le temps d’une connexion à TikTok, un identifiant qui lie la demande à votre navigateur. Aucun traceur, aucune mesure d’audience, aucun contenu tiers.',
      ],
    },
    {
      title: 'Vos droits',
      paragraphs: [
        'Vous pouvez retirer votre accord à tout moment en déconnectant le compte dans les réglages, ou dans TikTok. Vous avez droit à l’accès, à la rectification, à la portabilité, à la limitation et à l’effacement de vos données : tout se lit par l’API GraphQL de cette installation ; pour une copie complète ou un effacement, adressez-vous à la personne qui l’exploite, qui a un mois pour répondre.',
        'Si la réponse ne vous satisfait pas, vous pouvez saisir l’autorité de protection des données de votre pays (en France, la CNIL).',
      ],
    },
  ],
});
