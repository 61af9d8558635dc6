// web/export/pack-text.ts: text that somebody wrote, made fit for a page, a PowerPoint file and a link.

/** Longest headline and title that fit a page, in characters. */
export const HEADLINE_LENGTH_MOST = 300;
export const TITLE_LENGTH_MOST = 120;

/**
 * One line of plain text: no control characters, which no XML file may hold, none that turn the
 * direction of what follows, no half of a character, no space at the ends.
 */
export function plainText(text: string, lengthMost: number): string {
  const visible = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ')
    .replace(/[\p{Cf}\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [...visible].slice(0, lengthMost).join('');
}
