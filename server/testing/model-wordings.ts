/** Words such as a well-behaved language model finds: they claim nothing, and no two sets are alike. */
export interface ModelWords {
  title: string;
  description: string;
  angle: string;
  hook: string;
  steps: string[];
  beats: string[];
  callToAction: string;
}

export const modelWordings: Record<'FR' | 'EN', readonly ModelWords[]> = {
  FR: [
    {
      title: 'Reprenez ce qui vous réussit',
      description: 'Ce sujet vous ressemble et vos vidéos le montrent. Gardez le ton de la vidéo citée.',
      angle: 'Le même sujet, raconté depuis votre cuisine.',
      hook: 'Vous me l’avez demandé : voici la suite.',
      steps: ['Reprenez la même ouverture.', 'Changez un seul détail.', 'Montrez le résultat.'],
      beats: ['Ouvrez sur le résultat.', 'Racontez comment vous y arrivez.', 'Revenez au point de départ.'],
      callToAction: 'Demandez ce que l’on veut voir ensuite.',
    },
    {
      title: 'Filmez l’erreur avant la réussite',
      description:
        'Votre public connaît vos gestes ; laissez voir le moment où tout rate. La franchise de vos légendes s’y prête.',
      angle: 'Un essai manqué, gardé au montage et expliqué calmement.',
      hook: 'Regardez bien, c’est ici que je me trompe.',
      steps: ['Posez la caméra sans préparer la table.', 'Laissez l’accident arriver.', 'Expliquez ce que vous corrigez.'],
      beats: ['Annoncez le défaut.', 'Ralentissez sur le geste fautif.', 'Corrigez devant l’objectif.'],
      callToAction: 'Invitez chacun à raconter son propre ratage.',
    },
    {
      title: 'Donnez la parole à un voisin',
      description:
        'Une autre voix change le rythme de la série sans en changer l’esprit. Choisissez quelqu’un qui pose des questions naïves.',
      angle: 'Un débutant découvre votre métier et commente à chaud.',
      hook: 'Il n’a jamais essayé, et cela se voit.',
      steps: ['Choisissez un débutant bavard.', 'Donnez-lui votre outil préféré.', 'Gardez ses hésitations.'],
      beats: ['Présentez l’invité en marchant.', 'Laissez-le deviner la règle.', 'Partagez son verdict.'],
      callToAction: 'Proposez de désigner le prochain invité.',
    },
    {
      title: 'Racontez l’objet qui ne vous quitte pas',
      description:
        'Un accessoire familier relie vos vidéos entre elles. Dites d’où il vient et pourquoi il reste sur votre établi.',
      angle: 'L’histoire d’un outil usé, de sa boutique à aujourd’hui.',
      hook: 'Cet outil est plus vieux que ma chaîne.',
      steps: [
        'Cadrez la matière de très près.',
        'Nommez la personne qui vous l’a transmis.',
        'Servez-vous-en une dernière fois.',
      ],
      beats: ['Commencez par le bruit de l’outil.', 'Remontez à son origine.', 'Terminez sur vos mains.'],
      callToAction: 'Demandez quel souvenir traîne dans leurs tiroirs.',
    },
    {
      title: 'Gardez cette habitude quand elle sert le propos',
      description: 'Ce choix accompagne vos publications les mieux placées. Restez souple : abandonnez-le dès qu’il encombre.',
      angle: 'Une balade qui suit votre routine, sans commentaire.',
      hook: 'Suivez-moi sans parler.',
      steps: ['Marchez caméra au poing.', 'Coupez la musique.', 'Finissez sur une porte fermée.'],
      beats: ['Ouvrez par le silence.', 'Croisez un visage.', 'Fermez la porte.'],
      callToAction: 'Laissez deviner la destination en commentaire.',
    },
    {
      title: 'Installez un rendez-vous régulier',
      description: 'Votre calendrier gagne à rester lisible. Essayez quelques semaines, puis jugez avec vos propres chiffres.',
      angle: 'Le journal d’une semaine ordinaire, filmé par fragments.',
      hook: 'Rien d’extraordinaire, et pourtant je filme.',
      steps: ['Notez une image par jour.', 'Assemblez sans effet.', 'Lisez vos notes à voix basse.'],
      beats: ['Montrez le carnet.', 'Alternez pages et paysages.', 'Refermez le carnet.'],
      callToAction: 'Encouragez à tenir le même journal.',
    },
  ],
  EN: [
    {
      title: 'Take up what works for you',
      description: 'The subject is close to you, and your videos show it. Keep the tone of the cited video.',
      angle: 'The same subject, told from your kitchen.',
      hook: 'You asked for it: here is the sequel.',
      steps: ['Open in the same way.', 'Change a single detail.', 'Show the result.'],
      beats: ['Open with the result.', 'Tell how you get there.', 'Come back to where you began.'],
      callToAction: 'Ask what people want to see next.',
    },
    {
      title: 'Film the mistake before the success',
      description: 'People know your gestures; let them see the moment it all goes wrong. Your honest captions suit that.',
      angle: 'A failed attempt, kept in the edit and calmly explained.',
      hook: 'Watch closely, this is where I slip.',
      steps: ['Put the camera down without tidying.', 'Let the accident happen.', 'Explain what you correct.'],
      beats: ['Announce the flaw.', 'Slow down on the wrong gesture.', 'Repair it in front of the lens.'],
      callToAction: 'Invite everybody to confess a failure of their own.',
    },
    {
      title: 'Hand the microphone to a neighbour',
      description:
        'Another voice changes the rhythm of the series and leaves its spirit alone. Choose somebody with naive questions.',
      angle: 'A beginner discovers your craft and comments on the spot.',
      hook: 'He has never tried this, as you can tell.',
      steps: ['Choose a talkative beginner.', 'Lend your favourite tool.', 'Keep every hesitation.'],
      beats: ['Introduce the guest while walking.', 'Let the guest guess the rule.', 'Share the verdict.'],
      callToAction: 'Let viewers name the next guest.',
    },
    {
      title: 'Tell the story of the object that never leaves you',
      description: 'A familiar accessory ties your videos together. Say where it comes from and why it stays on your bench.',
      angle: 'A worn hammer, from its shop window to today.',
      hook: 'This hammer is older than my channel.',
      steps: ['Frame the wood very close.', 'Name the person who passed it on.', 'Use it one last time.'],
      beats: ['Start with its sound.', 'Go back to its origin.', 'Finish on your hands.'],
      callToAction: 'Ask which keepsake sleeps in their drawers.',
    },
    {
      title: 'Keep this habit where it serves the story',
      description: 'The choice goes along with your better placed clips. Stay flexible and drop it as soon as it weighs on you.',
      angle: 'A silent walk through your routine.',
      hook: 'Come along, without a word.',
      steps: ['Walk with the camera in hand.', 'Turn the music off.', 'End at a closed door.'],
      beats: ['Begin in silence.', 'Meet a face.', 'Shut the door.'],
      callToAction: 'Let people guess the destination.',
    },
    {
      title: 'Settle into a regular appointment',
      description: 'A calendar that reads easily helps you as well. Try it for some weeks, then judge by your own figures.',
      angle: 'The diary of an ordinary week, filmed in fragments.',
      hook: 'Nothing remarkable, yet I keep filming.',
      steps: ['Note an image a day.', 'Assemble without effects.', 'Read your notes in a low voice.'],
      beats: ['Show the notebook.', 'Alternate pages and landscapes.', 'Close the notebook.'],
      callToAction: 'Encourage people to keep the same diary.',
    },
  ],
};
