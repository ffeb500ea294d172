export interface LegalSection {
  title: string;
  paragraphs: string[];
  items?: string[];
}

export interface LegalText {
  intro: string;
  sections: LegalSection[];
}

/** What of a text depends on the installation. */
export interface Installation {
  /** Model that words recommendations; null: nothing goes to any. */
  languageModel: string | null;
  /** How long what is kept: the same numbers that the server's job applies. */
  retention: Retention;
}

export interface Retention {
  graceDays: number;
  finishedRunDays: number;
  failedJobDays: number;
  receiptDays: number;
  sessionDays: number;
  archiveHours: number;
}
