export const trends = {
  trends: {
    title: 'Ce que d’autres publient plus souvent',
    intro_one: 'Hashtags en hausse chez {{formatted}} autre créateur de cette installation qui a accepté d’y compter.',
    intro_other: 'Hashtags en hausse chez {{formatted}} autres créateurs de cette installation qui ont accepté d’y compter.',
    notAnEffect: 'C’est ce que d’autres font, pas un effet mesuré : rien ne dit que ces hashtags apportent des vues.',
    velocity: '{{times}} par rapport à avant',
    range: '{{low}} à {{high}}',
    counts: '{{videos}}, {{creators}}',
    videos_one: '{{formatted}} vidéo',
    videos_other: '{{formatted}} vidéos',
    creators_one: '{{formatted}} créateur',
    creators_other: '{{formatted}} créateurs',
    own_one: 'vous : {{formatted}} vidéo',
    own_other: 'vous : {{formatted}} vidéos',
    method:
      'Part des créateurs actifs qui utilisent le hashtag ces 14 derniers jours, face aux deux quinzaines d’avant ; intervalle à {{level}}, rapproché de ×1 quand il y a peu de créateurs. Un hashtag de moins de {{minimum}} autres créateurs n’est pas montré.',
    tooFew_one: 'Il faut {{minimum}} autres créateurs d’ici qui acceptent d’y compter ; pour l’instant, il y en a {{formatted}}.',
    tooFew_other:
      'Il faut {{minimum}} autres créateurs d’ici qui acceptent d’y compter ; pour l’instant, il y en a {{formatted}}.',
    nothing_one: 'Chez {{formatted}} autre créateur qui a accepté d’y compter, aucun hashtag ne monte nettement en ce moment.',
    nothing_other:
      'Chez {{formatted}} autres créateurs qui ont accepté d’y compter, aucun hashtag ne monte nettement en ce moment.',
    join: 'Faire compter mes vidéos aussi',
  },
};
