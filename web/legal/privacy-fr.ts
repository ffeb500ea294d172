import type { Installation, LegalText } from './legal-text';

export const privacyFr = ({ languageModel, retention }: Installation): LegalText => ({
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
        'L’historique est conservé jusqu’à ce que vous en demandiez l’effacement. Déconnecter un compte arrête toute lecture, retire l’autorisation chez TikTok et supprime les jetons d’accès ; l’historique reste, pour que vous puissiez le consulter ou reprendre. Retirer votre accord fait la même chose pour tous vos comptes.',
        `Si vous retirez l’autorisation dans TikTok, ou si TikTok nous la refuse sans prévenir, la lecture s’arrête aussitôt et tout ce qui vient de ce compte est effacé ${retention.graceDays} jours plus tard, sauf si vous le reconnectez avant. La date vous est montrée. Si TikTok annonce que le compte est supprimé ou que l’âge de son titulaire a changé, l’effacement est immédiat. Avec votre seul compte TikTok s’efface aussi votre compte Crealia.`,
        'Le reste a ses délais, appliqués chaque heure :',
      ],
      items: [
        `une session sans visite : ${retention.sessionDays} jours ; une connexion à TikTok commencée : dix minutes ;`,
        `une copie de vos données prête à télécharger : ${retention.archiveHours} heures, ou jusqu’à son téléchargement ;`,
        `le compte rendu technique d’une lecture ou d’une demande de conseils terminée : ${retention.finishedRunDays} jours ;`,
        `une tâche qui a échoué, avec sa raison : ${retention.failedJobDays} jours ;`,
        `le reçu d’un effacement, qui ne contient rien de vous : ${retention.receiptDays} jours ;`,
        'les images de vos vidéos et de votre profil : gardées sur ce serveur pour vous être montrées, remplacées quand elles vieillissent, supprimées avec le compte.',
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
        'Les jetons de TikTok sont chiffrés (AES-256-GCM). Aucun jeton, aucun code de connexion et aucune légende n’est écrit dans les journaux. Les couvertures et photos de profil passent par ce serveur, qui les garde sur son disque dans une limite : votre navigateur ne contacte pas TikTok quand vous consultez ces pages.',
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
        'Vous pouvez retirer votre accord à tout moment dans les réglages : la lecture de vos comptes s’arrête aussitôt. Vous pouvez aussi déconnecter un compte, ou retirer l’autorisation dans TikTok.',
        'Accès et portabilité : vous obtenez vous-même, sans rien demander à personne, une archive de tout ce qui est gardé de vous, dans un format ouvert qu’une autre installation sait reprendre. Tout se lit aussi par l’API GraphQL.',
        'Effacement : dans les réglages, vous effacez tout, ou un seul compte. L’autorisation est retirée chez TikTok, chaque ligne et chaque fichier est supprimé, et la base est réécrite pour qu’il n’en reste rien. Un reçu donne les nombres avant et après, sans rien contenir de vous. Si TikTok ne répond pas, vos données sont effacées quand même et le reçu le dit.',
        'Les sauvegardes que fait l’exploitant gardent l’ancien état jusqu’à ce qu’elles soient remplacées ; il doit vous dire quand, et refaire votre effacement s’il en restaure une.',
        'Pour la rectification, la limitation ou toute question, adressez-vous à la personne qui exploite cette installation, qui a un mois pour répondre. Si la réponse ne vous satisfait pas, vous pouvez saisir l’autorité de protection des données de votre pays (en France, la CNIL).',
      ],
    },
  ],
});
