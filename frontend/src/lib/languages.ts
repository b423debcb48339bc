/** The languages that emails may be written in, by their own names. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  nb: 'Norsk bokmål',
};

export type Language = keyof typeof languages;

/** Whether a tag is one of them. */
export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

/** What a language is called: by its own name, else by its tag. */
export function languageName(tag: string): string {
  return isLanguage(tag) ? languages[tag] : tag;
}
