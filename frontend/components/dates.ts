/** A date in words; the first of a month is an ordinal in French, « 1er décembre », as the server writes it (uikit.Dates). */
export function inWords(date: Date, locale: string, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, format).formatToParts(date)
    .map(({ type, value }) => (type === 'day' && value === '1' && locale.startsWith('fr') ? '1er' : value)).join('');
}
