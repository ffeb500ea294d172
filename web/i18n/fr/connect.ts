export const connect = {
  landing: {
    title: 'Ce qui marche vraiment sur votre TikTok, preuves à l’appui',
    intro:
      'Crealia garde l’historique complet de vos chiffres, compare chaque vidéo à votre propre niveau, et ne vous donne un conseil que lorsque vos données le portent.',
    connect: 'Se connecter avec TikTok',
    toDashboard: 'Ouvrir le tableau de bord',
    underButton: 'Lecture seule. Rien n’est demandé à TikTok avant votre accord.',
    honestTitle: 'Ce que nous faisons autrement',
    history: {
      title: 'Un historique que TikTok ne donne pas',
      body: 'TikTok ne dit que le chiffre du moment. Crealia conserve chaque lecture : heure par heure les deux premiers jours d’une vidéo, puis de plus en plus espacée. Vous voyez des courbes, pas des totaux.',
    },
    fair: {
      title: 'Une comparaison juste',
      body: 'Une vidéo d’hier face à une vidéo d’il y a six mois, cela ne dit rien. Les vidéos sont comparées à âge égal et à votre propre niveau, jamais à une moyenne mondiale.',
    },
    doubt: {
      title: 'Le doute est affiché',
      body: 'Chaque estimation vient avec le nombre de vidéos et un intervalle. Quand rien ne ressort, la page écrit « aucune différence mesurable » au lieu de colorier du bruit.',
    },
    proof: {
      title: 'Des conseils vérifiables',
      body: 'Derrière chaque conseil : la statistique, les vidéos, et la requête qui redonne le chiffre. Un modèle de langage peut formuler ; il ne fournit jamais un nombre.',
    },
    notClaimedTitle: 'Ce que nous ne promettons pas',
    notClaimed:
      'Personne ne sait prédire la viralité. Pour un même créateur, une vidéo sur dix dépasse cinq fois la médiane, et l’heure de publication explique moins de 1 % de ces écarts dans les jeux de vidéos que nous avons mesurés. La portée, le temps de visionnage et l’audience ne sont pas dans l’API de TikTok : ces cases restent vides et disent pourquoi.',
    stepsTitle: 'Comment cela se passe',
    step1: 'Vous donnez votre accord et autorisez la lecture chez TikTok.',
    step2: 'Vos vidéos et leurs compteurs sont lus ; vous suivez l’avancement.',
    step3: 'Le tableau de bord se remplit, puis vous demandez des conseils.',
  },
  connect: {
    title: 'Avant d’aller chez TikTok',
    intro:
      'Voici ce que Crealia demandera à TikTok, et pourquoi. TikTok vous montrera ensuite sa propre page, où vous pouvez encore refuser.',
    anotherTitle: 'Ajouter un compte TikTok',
    purposeTitle: 'But',
    purpose: 'Analyser votre propre compte : montrer l’évolution de vos chiffres et en tirer des conseils pour vous.',
    scopesTitle: 'Ce qui est lu, en lecture seule',
    scopes: {
      basic: 'votre nom d’affichage et votre photo',
      profile: 'votre nom d’utilisateur, votre biographie et le lien de votre profil',
      stats: 'vos nombres d’abonnés, d’abonnements, de mentions J’aime et de vidéos',
      videos: 'vos vidéos publiques : légende, durée, couverture et compteurs',
    },
    neverTitle: 'Ce qui n’est jamais fait',
    never: 'Ni publication, ni message, ni revente, ni pistage. Les jetons d’accès sont chiffrés.',
    policy: 'Politique de confidentialité, version {{version}}',
    agree: 'J’accepte que Crealia lise ces données dans ce but. Je peux retirer cet accord à tout moment dans les réglages.',
    submit: 'Se connecter avec TikTok',
    back: 'Retour',
    problemTitle: 'La connexion n’a pas abouti',
    retry: 'Recommencer',
    detail: 'Code : {{code}}',
    missingScopes: 'Autorisations manquantes :',
    problems: {
      AuthorizationCancelledError: {
        title: 'Vous avez annulé chez TikTok',
        body: 'Rien n’a été lu ni enregistré. Vous pouvez recommencer quand vous voulez.',
      },
      AuthorizationStateError: {
        title: 'Le retour de TikTok ne correspond pas à une demande en cours',
        body: 'La demande a expiré, a déjà servi, ou vient d’un autre navigateur. Recommencez depuis ce navigateur, dans un seul onglet.',
      },
      AuthorizationCodeRejectedError: {
        title: 'TikTok a refusé le code de connexion',
        body: 'Un code ne sert qu’une fois et expire vite. Recommencez : un nouveau sera demandé.',
      },
      MissingScopeError: {
        title: 'Une autorisation nécessaire a été décochée',
        body: 'Sans elle, il n’y a rien à analyser ; rien n’a été enregistré. Recommencez en laissant ces autorisations cochées.',
      },
      ConnectionOwnedBySomeoneElseError: {
        title: 'Ce compte TikTok est déjà connecté par une autre personne',
        body: 'Si c’est votre compte, déconnectez-vous ici puis connectez-vous avec ce compte TikTok. Sinon, demandez à cette personne de le déconnecter.',
      },
      ErasureUnderWayError: {
        title: 'Les données de ce compte sont en cours d’effacement',
        body: 'Rien de nouveau n’a été enregistré. Reconnectez le compte dans quelques minutes pour repartir de zéro.',
      },
      TikTokRefusedError: {
        title: 'TikTok refuse cette application',
        body: 'Rien n’a été enregistré, et recommencer n’y changera rien. Prévenez la personne qui gère cette installation : les détails sont dans son journal.',
      },
      TikTokUnreachableError: {
        title: 'TikTok ne répond pas',
        body: 'Rien n’a été enregistré. Attendez une minute et recommencez ; si cela dure, TikTok est sans doute en panne.',
      },
      RateLimited: {
        title: 'Trop de connexions depuis cette adresse',
        body: 'Rien n’a été enregistré. Attendez dix minutes et recommencez.',
      },
      unknown: {
        title: 'Quelque chose s’est mal passé',
        body: 'Rien n’a été enregistré. Recommencez ; si cela se répète, parlez-en à la personne qui gère cette installation.',
      },
    },
  },
};
