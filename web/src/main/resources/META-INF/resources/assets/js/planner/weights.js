// @ts-check
/** The workload weights as a form sees them: rows of numbers, each row with a reason and an author. */

/**
 * @typedef {{path: string[], key: string, most: number, least?: number, step?: number}} NumberField
 * @typedef {{key: string, name?: string, numbers: NumberField[], said: string[] | null}} WeightRow
 */

/** @typedef {Record<string, any>} Weights */

/** The terms in the order of the formula, and what an officer has to give. */
export const GROUPS = /** @type {const} */ (["contact", "mix", "conflict", "places", "travel", "access", "officer"]);

const MINUTES = 10_000;

/** @param {any} object @param {string[]} path */
export const at = (object, path) => path.reduce((value, part) => value?.[part], object);

/** Returns a copy of the weights with one value set. @param {Weights} weights @param {string[]} path @param {unknown} value @returns {Weights} */
export function having(weights, path, value) {
  const [head, ...rest] = path;
  const copy = Array.isArray(weights) ? [...weights] : { ...weights };
  /** @type {any} */ (copy)[head] = rest.length ? having(weights[head], rest, value) : value;
  return copy;
}

/** @param {string[]} path @param {string} key @param {number} most @param {number} [least] @returns {NumberField} */
const field = (path, key, most, least = 0) => ({ path, key, most, least });

/** A row for a value of minutes with its reason. @param {string[]} path @param {string} key @param {string} [name] @returns {WeightRow} */
const minutes = (path, key, name) => ({
  key,
  name,
  numbers: [field([...path, "minutes"], "weights.minutes", MINUTES)],
  said: path,
});

/** A row for incidents: minutes for each. @param {string[]} path @param {string} key @param {string} [name] @returns {WeightRow} */
const incident = (path, key, name) => ({ ...minutes(path, key, name), numbers: [field([...path, "minutes"], "weights.minutesEach", MINUTES)] });

/** A row for visits: how long and how often. @param {string[]} path @param {string} key @param {string} [name] @returns {WeightRow} */
const visits = (path, key, name) => ({
  key,
  name,
  numbers: [
    field([...path, "minutes", "minutes"], "weights.minutesPerVisit", MINUTES),
    field([...path, "visitsPerMonth"], "weights.visitsPerMonth", 1000),
  ],
  said: [...path, "minutes"],
});

/** @param {object | undefined} map */
const names = (map) => Object.keys(map ?? {});

/** Returns the rows of a group. @param {string} group @param {Weights} weights @returns {WeightRow[]} */
export function rowsOf(group, weights) {
  switch (group) {
    case "contact":
      return [
        {
          ...minutes(["contact", "perResident"], "weights.perResident"),
          numbers: [
            field(["contact", "perResident", "minutes"], "weights.minutes", MINUTES),
            field(["contact", "minutesPerContact"], "weights.minutesPerContact", MINUTES, 1),
          ],
        },
      ];
    case "mix":
      return [
        { key: "weights.cap", numbers: [field(["mix", "capShare"], "weights.capShare", 0.25)], said: null },
        ...names(weights.mix?.groups).map((name) => minutes(["mix", "groups", name], "weights.group", name)),
        ...names(weights.mix?.indices).map((name) => minutes(["mix", "indices", name, "minutes"], "weights.index", name)),
      ];
    case "conflict":
      return [
        incident(["conflict", "perIncident"], "weights.perIncident"),
        ...names(weights.conflict?.byCategory).map((name) => incident(["conflict", "byCategory", name], "weights.category", name)),
      ];
    case "places":
      return [
        ...names(weights.places?.byType).map((name) => visits(["places", "byType", name], "weights.place", name)),
        visits(["places", "other"], "weights.otherPlaces"),
      ];
    case "travel":
      return [
        {
          key: "weights.tours",
          numbers: [
            field(["travel", "kilometresPerHour"], "weights.kilometresPerHour", 100, 1),
            field(["travel", "toursPerMonth"], "weights.toursPerMonth", 200),
          ],
          said: ["travel"],
        },
      ];
    case "access":
      return [
        {
          key: "weights.shifts",
          numbers: [
            field(["access", "shiftsPerMonth"], "weights.shiftsPerMonth", 100),
            field(["access", "centreShare"], "weights.centreShare", 1),
          ],
          said: ["access"],
        },
      ];
    default:
      return [
        {
          key: "weights.officerTime",
          numbers: [
            field(["officer", "hoursPerMonth"], "weights.hoursPerMonth", 744, 1),
            field(["officer", "protectedShare"], "weights.protectedShare", 1),
          ],
          said: ["officer"],
        },
      ];
  }
}

/** Returns the rows whose numbers differ from the defaults. @param {Weights} weights @param {Weights} defaults */
export function changedRows(weights, defaults) {
  return GROUPS.flatMap((group) => rowsOf(group, weights)).filter((row) =>
    row.numbers.some((number) => at(weights, number.path) !== at(defaults, number.path)),
  );
}

/**
 * Returns what the weights say otherwise than the defaults, or null when they say the same. Sent alone, it leaves the
 * norm profile's own starting values where the planner set nothing.
 * @param {any} weights @param {any} defaults @returns {any}
 */
export function changedPart(weights, defaults) {
  const isMap = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
  if (!isMap(weights) || !isMap(defaults)) return JSON.stringify(weights) === JSON.stringify(defaults) ? null : weights;
  const changed = Object.keys(weights)
    .filter((key) => JSON.stringify(weights[key]) !== JSON.stringify(defaults[key]))
    .map((key) => [key, changedPart(weights[key], defaults[key])]);
  return changed.length ? Object.fromEntries(changed) : null;
}

/** Returns the rows that still lack a reason or an author. @param {Weights} weights */
export function unexplainedRows(weights) {
  return GROUPS.flatMap((group) => rowsOf(group, weights)).filter(
    (row) => row.said && !(at(weights, [...row.said, "reason"])?.trim() && at(weights, [...row.said, "author"])?.trim()),
  );
}

/**
 * Returns the weights with a number set. A starting value's reason does not carry over to somebody else's number:
 * the author becomes who set it, and the reason is asked for.
 * @param {Weights} weights @param {Weights} defaults @param {WeightRow} row @param {NumberField} number
 * @param {number} value @param {string} author
 */
export function withNumber(weights, defaults, row, number, value, author) {
  let next = having(weights, number.path, value);
  if (!row.said) return next;
  const reason = [...row.said, "reason"];
  const isDefault = row.numbers.every((n) => at(next, n.path) === at(defaults, n.path));
  if (isDefault) {
    next = having(next, reason, at(defaults, reason));
    return having(next, [...row.said, "author"], at(defaults, [...row.said, "author"]));
  }
  if (at(weights, reason) === at(defaults, reason)) next = having(next, reason, "");
  return having(next, [...row.said, "author"], author);
}

/** Returns weights with rules for categories of incidents. @param {Weights | undefined} weights @param {Record<string, unknown> | undefined} categories */
export function withCategories(weights, categories) {
  if (!categories || Object.keys(categories).length === 0) return weights;
  return { ...weights, conflict: { ...weights?.conflict, categories: { ...weights?.conflict?.categories, ...categories } } };
}
