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
}
