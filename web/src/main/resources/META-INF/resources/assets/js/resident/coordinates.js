// @ts-check
/** Reads a position as people write it: decimal, with commas, or in degrees, minutes and seconds. */

/** @typedef {{lon: number, lat: number}} Position */

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const ANGLE = String.raw`([+-]?${NUMBER})\s*[°º]?\s*(?:(${NUMBER})\s*['′’]\s*)?(?:(${NUMBER})\s*(?:["″”]|'')\s*)?`;
const LETTERS_BEHIND = new RegExp(String.raw`^${ANGLE}([NSEWOZ])[\s,;/]*${ANGLE}([NSEWOZ])$`);
const LETTERS_BEFORE = new RegExp(String.raw`^([NSEWOZ])\s*${ANGLE}[\s,;/]*([NSEWOZ])\s*${ANGLE}$`);
const SIGNS = new RegExp(String.raw`^${ANGLE}[\s,;/]+${ANGLE}$`);
const FOUR = /^([+-]?\d+),(\d+),\s*([+-]?\d+),(\d+)$/;

/**
 * Returns the position in WGS 84 that a text means, or null. Without letters the latitude comes first, as map
 * applications show it. "O" is west in French and east in Dutch and German; "Z" is south in Dutch.
 * @param {string} text
 * @param {string} language of the reader
 * @returns {Position | null}
 */
export function readPosition(text, language = "en") {
  const plain = normalised(text);
  const four = FOUR.exec(plain);
  if (four) return position(Number(`${four[1]}.${four[2]}`), Number(`${four[3]}.${four[4]}`));
  const dotted = withDots(plain);
  const behind = LETTERS_BEHIND.exec(dotted);
  if (behind) return lettered(angle(behind, 1), behind[4], angle(behind, 5), behind[8], language);
  const before = LETTERS_BEFORE.exec(dotted);
  if (before) return lettered(angle(before, 2), before[1], angle(before, 6), before[5], language);
  const signs = SIGNS.exec(dotted);
  return signs ? position(angle(signs, 1), angle(signs, 4)) : null;
}

/** @param {string} text */
function normalised(text) {
  return text
    .trim()
    .toUpperCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, ".")
    .replace(/[،؛]/g, ";")
    .replace(/[−–]/g, "-")
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/\s+/g, " ");
}

/** Turns decimal commas into dots; a comma followed by a blank, or between whole numbers, parts the two values. @param {string} text */
function withDots(text) {
  const decimalCommas = /\d,\d/.test(text) && !/\d\.\d/.test(text) && (text.match(/,/g) ?? []).length > 1;
  const oneCommaAndBlank = /^[+-]?\d+,\d+[°º]?\s*[NSEWOZ]?[\s;/]+[+-]?\d/.test(text);
  return decimalCommas || oneCommaAndBlank ? text.replace(/(\d),(\d)/g, "$1.$2") : text;
}

/** @param {RegExpExecArray} match @param {number} at */
function angle(match, at) {
  const degrees = Number(match[at]);
  const minutes = Number(match[at + 1] ?? 0);
  const seconds = Number(match[at + 2] ?? 0);
  if (minutes >= 60 || seconds >= 60) return Number.NaN;
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  return match[at].startsWith("-") ? -size : size;
}

/**
 * @param {number} first @param {string} firstLetter
 * @param {number} second @param {string} secondLetter
 * @param {string} language
 */
function lettered(first, firstLetter, second, secondLetter, language) {
  const ends = { N: 1, S: -1, Z: -1, E: 1, W: -1, O: language === "fr" ? -1 : 1 };
  const isLatitude = (/** @type {string} */ letter) => "NSZ".includes(letter);
  if (isLatitude(firstLetter) === isLatitude(secondLetter)) return null;
  const a = first * ends[/** @type {keyof typeof ends} */ (firstLetter)];
  const b = second * ends[/** @type {keyof typeof ends} */ (secondLetter)];
  return isLatitude(firstLetter) ? position(a, b) : position(b, a);
}

/** @param {number} lat @param {number} lon @returns {Position | null} */
function position(lat, lon) {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : null;
}
