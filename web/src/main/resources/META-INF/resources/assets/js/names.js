// @ts-check
/** What areas are called. A beat without a name of its own is called by its number, in the reader's language. */

const NUMBERED = /^(?:beat|sector) (\w+)$/i;

/** @param {{id: string, name?: string | null}} beat */
export const beatName = (beat) => plain(beat.name || beat.id);

/** @param {{sector: string, sectorName?: string | null}} beat */
export const sectorName = (beat) => plain(beat.sectorName || beat.sector);

/** Returns a name without the word that our sentences put before it. @param {string} name */
const plain = (name) => NUMBERED.exec(name)?.[1] ?? name;

/** A name as it is written, whatever the direction of the sentence around it. @param {string} name */
export const isolated = (name) => `\u2068${name}\u2069`;
