import type { LegalText } from './legal-text';

export const termsFr: LegalText = {
  intro: 'Ces conditions règlent l’usage de cette installation de Crealia. Elles sont courtes : lisez-les.',
  sections: [
    {
      title: 'Ce que fait Crealia',
      paragraphs: [
        'Crealia lit les données de votre compte TikTok avec votre autorisation, en garde l’historique, le montre et en tire des recommandations accompagnées de leur preuve.',
      ],
    },
    {
      title: 'Ce que Crealia ne promet pas',
      paragraphs: [
        'Une recommandation décrit ce que vos vidéos passées rendent plausible ; elle ne garantit ni vues, ni abonnés, ni revenus. Une différence mesurée hier peut ne plus exister demain. Ce que vous publiez reste votre décision et votre responsabilité.',
        'Les chiffres sont ceux de TikTok au moment de la lecture. TikTok peut les corriger, les arrondir ou cesser de les donner.',
      ],
    },
    {
      title: 'Ce qui est attendu de vous',
      paragraphs: ['En utilisant cette installation :'],
      items: [
        'vous ne connectez que des comptes qui sont à vous ou que vous êtes autorisé à gérer ;',
        'vous respectez les conditions de TikTok ;',
        'vous ne cherchez pas à contourner les limites de l’API ni à lire les données d’autrui.',
      ],
    },
    {
      title: 'Indépendance',
      paragraphs: ['Crealia n’est ni édité, ni soutenu, ni approuvé par TikTok. « TikTok » est une marque de son propriétaire.'],
    },
    {
      title: 'Disponibilité et responsabilité',
      paragraphs: [
        'Le service est fourni en l’état, sans garantie de disponibilité. Quand une lecture échoue, la page le dit et rien de ce qui était lu n’est perdu. Le logiciel est libre (licence MIT) ; la personne qui exploite cette installation en est responsable dans les limites de la loi.',
      ],
    },
    {
      title: 'Fin',
      paragraphs: [
        'Vous pouvez partir à tout moment : déconnectez vos comptes dans les réglages. L’exploitant peut fermer un accès qui enfreint ces conditions, après vous l’avoir dit.',
      ],
    },
  ],
};
