import type { Installation, LegalText } from './legal-text';

export const privacyEn = ({ languageModel, retention }: Installation): LegalText => ({
  intro:
    'Crealia is software that its operator installs: your data stays in the database of this installation. This page says what is read, why, for how long, and what you can demand.',
  sections: [
    {
      title: 'What is read from TikTok',
      paragraphs: ['Read only, only for the account that you connect, only after you agree:'],
      items: [
        'your profile: identifier, display name, username, picture, biography, link, verification badge;',
        'your counters: followers, following, likes, number of videos;',
        'your public videos: caption, hashtags, duration, cover, links, and their numbers of views, likes, comments and shares;',
        'the name of a video’s sound, through TikTok’s public oEmbed service.',
      ],
    },
    {
      title: 'What is not read',
      paragraphs: [
        'Not your messages, your comments, the list of your followers or your private videos. Nothing is posted in your name.',
      ],
    },
    {
      title: 'Why, and on what basis',
      paragraphs: [
        'The purpose is the analysis of your own account: curves, comparisons with your own level, recommendations. The basis is your consent, recorded with the version of this policy and the time. No decision about you is taken automatically.',
      ],
    },
    {
      title: 'Research, if you want it',
      paragraphs: [
        'A second consent, voluntary and apart from the first, lets your videos count in one thing: the hashtags that are rising on this installation. Its creators see how many videos and how many creators used a hashtag in the last 14 days, and how that compares with the 28 days before.',
        'Only the hashtags of your public videos of the last six weeks and their dates count. Nobody is shown your name, your videos, your captions or your numbers, and a hashtag is shown only when at least three creators other than the reader use it. Nothing leaves this installation.',
        'You give or withdraw it in the settings; a withdrawal holds from the next request on. Nothing else changes with or without it.',
      ],
    },
    {
      title: 'How often',
      paragraphs: [
        'The counters of a video are read every hour for two days, every six hours up to seven days, daily up to thirty, weekly up to ninety, then monthly. Every reading is kept: it is the history that TikTok does not give.',
      ],
    },
    {
      title: 'For how long',
      paragraphs: [
        'The history is kept until you ask for its erasure. Disconnecting an account stops all reading, withdraws the authorization at TikTok and deletes the access tokens; the history stays, so that you can look at it or go on. Withdrawing your consent does the same for all your accounts.',
        `If you remove the authorization in TikTok, or TikTok refuses it to us without a word, reading stops at once and everything that comes from that account is erased ${retention.graceDays} days later, unless you connect it again before. You are shown the date. If TikTok says that the account was deleted or that its owner’s age changed, it is erased at once. With your only TikTok account your Crealia account goes, too.`,
        'Everything else has its time, applied every hour:',
      ],
      items: [
        `a session without a visit: ${retention.sessionDays} days; a connection to TikTok that was begun: ten minutes;`,
        `a copy of your data ready to download: ${retention.archiveHours} hours, or until it is downloaded;`,
        `the technical record of a reading or of a request for advice that ended: ${retention.finishedRunDays} days;`,
        `work that failed, with its reason: ${retention.failedJobDays} days;`,
        `the receipt of an erasure, which holds nothing of you: ${retention.receiptDays} days;`,
        'the pictures of your videos and of your profile: kept on this server to show them to you, replaced as they age, deleted with the account.',
      ],
    },
    {
      title: 'Who has access',
      paragraphs: [
        'You, and whoever operates this installation. Nothing is sold, rented or handed to advertisers.',
        languageModel === null
          ? 'No language model is set up here: your data goes to no AI service.'
          : `When you ask for recommendations, the following is sent to the language model “${languageModel}” set up by the operator, for the wording: the statistical findings, the captions of the cited videos and of those that did best, your usual hashtags and the first words of your series. Your profile, your identifiers and your access tokens are not sent, and nothing of a disconnected account is. What becomes of that text at the model’s provider depends on its terms; the operator can tell you who that is. For each request we keep the number of tokens of text and their cost, without the text.`,
      ],
    },
    {
      title: 'How it is protected',
      paragraphs: [
        'TikTok’s tokens are encrypted (AES-256-GCM). No token, connection code or caption is written to a log. Covers and profile pictures pass through this server, which keeps them on its disk within a bound: your browser does not contact TikTok when you look at these pages.',
      ],
    },
    {
      title: 'Cookies',
      paragraphs: [
        'Four technical cookies: your session, the language you chose, the account shown when you have several and, while you connect to TikTok, an identifier that ties the request to your browser. No tracker, no audience measurement, no third-party content.',
      ],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You can withdraw your consent at any time in the settings: the reading of your accounts stops at once. You can also disconnect an account, or remove the authorization in TikTok.',
        'Access and portability: you get, by yourself and without asking anybody, an archive of everything that is kept of you, in an open format that another installation can take up. All of it can be read through the GraphQL API, too.',
        'Erasure: in the settings you erase everything, or one account. The authorization is withdrawn at TikTok, every row and every file is deleted, and the database is written anew so that nothing of it stays. A receipt gives the numbers before and after and holds nothing of you. If TikTok does not answer, your data is erased all the same and the receipt says so.',
        'Backups made by the operator keep the earlier state until they are replaced; the operator has to tell you when that is, and to repeat your erasure should one be restored.',
        'For rectification, restriction or any question, turn to whoever operates this installation, who has one month to answer. If the answer does not satisfy you, you can complain to the data protection authority of your country.',
      ],
    },
  ],
});
