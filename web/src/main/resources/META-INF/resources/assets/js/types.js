// @ts-check
/**
 * The shapes that the server sends, for the type checker. No code.
 *
 * @typedef {{signedIn: boolean, name: string | null, roles: string[], permissions: string[], csrf: {header: string, token: string} | null,
 *   demo: boolean, provider: string | null, tileUrl: string | null, tileAttribution: string | null}} Session
 *
 * @typedef {{id: string, kind: string, name: string, version: number, features: number, source?: string | null,
 *   licence?: string | null, purpose?: string | null, legalBasis?: string | null, asOf?: string | null, importedAt?: string, bbox?: number[] | null,
 *   roles?: Record<string, string>}} Layer
 *
 * @typedef {{row: number, detail?: string | null, lon?: number | null, lat?: number | null}} Example
 * @typedef {{code: string, count: number, what?: string, whatToDo?: string, detail?: string | null, examples?: Example[]}} Rejection
 * @typedef {{code: string, what?: string | null, whatToDo?: string | null, values?: Record<string, unknown>}} Warning
 * @typedef {{file?: string, sha256?: string, bytes?: number, format?: string, layer?: string | null, encoding?: string | null,
 *   crs?: {code?: string, name?: string, how?: string} | null,
 *   counts: {read: number, accepted: number, changed: number, rejected: number, leftOut?: number}, rejections?: Rejection[],
 *   changes?: Rejection[], warnings?: Warning[], roles?: Record<string, string>, seconds?: number,
 *   tags?: Record<string, AttributeTag>, tagReasons?: Record<string, string>}} ImportReport
 * @typedef {{added: string[], removed: string[], changed: {id: string, formerId?: string | null, geometry: boolean,
 *   columns: string[]}[]}} Difference
 *
 * @typedef {{id: string, fileName: string, bytes: number, createdAt: string, expiresAt: string, job: string | null,
 *   state: string | null, layer: string | null}} Upload
 * @typedef {{measure: string, sensitivity: string}} AttributeTag
 * @typedef {{kind?: string, name?: string, layer?: string, encoding?: string, delimiter?: string, crs?: string,
 *   swapAxes?: boolean, decimal?: string, dates?: string, fractions?: boolean, tagReasons?: Record<string, string>, roles?: Record<string, string>, where?: Record<string, string>, tags?: Record<string, AttributeTag>,
 *   mendMetres?: number, backdrop?: string, source?: string, licence?: string, purpose?: string, legalBasis?: string,
 *   asOf?: string}} ImportChoices
 * @typedef {{code: string, name: string, reason: Reason, certain: boolean, swapAxes: boolean, accuracyMetres: number | null,
 *   lonLat: import("./map/small-map.js").Box | null, alternatives: {code: string, name: string, swapAxes: boolean, what: string,
 *   lonLat: import("./map/small-map.js").Box}[]}} CrsChoice
 * @typedef {{name: string, type: string, filledShare: number, examples: string[], tag: AttributeTag, tagStated: boolean, tagReason: Reason,
 *   maybeSpecial: boolean}} PreviewColumn
 * @typedef {{code: string, what: string, values: Record<string, any>, answers: {code: string, what: string, values: Record<string, any>,
 *   choice: Partial<ImportChoices>}[]}} ImportQuestion
 * @typedef {{code: string, values: Record<string, string | number>, what: string}} Reason
 * @typedef {{role: string, field: string | null, confidence: number, reason: Reason, required: boolean}} RoleChoice
 * @typedef {{file: string, format: string, layers: {name: string, chosen: boolean}[], text: {encoding: string,
 *   encodingCertain: boolean, otherEncodings: string[], delimiter: string | null, otherDelimiters: string[]} | null,
 *   crs: CrsChoice | null, kinds: {kind: string, confidence: number, reason: string}[], kind: string,
 *   columns: PreviewColumn[], roles: RoleChoice[], rows: {row: number, values: Record<string, unknown>,
 *   geometry: string | null}[], features: number | null, notices: Warning[], undecided: string[], questions: ImportQuestion[],
 *   needsPurpose: boolean}} LayerPreview
 * @typedef {{id: string, version: number, change: {added: number, removed: number, changed: number,
 *   unchanged: number} | null}} NewerVersion
 *
 * @typedef {{code: string, values: Record<string, unknown>, words: string}} Note
 * @typedef {{id: string, name?: string, sector: string, hours: number, targetHours: number, deviation: number, residents: number,
 *   residentsEstimated?: boolean, areaSquareKilometres: number, units: number, hoursByTerm: Record<string, number>,
 *   polsbyPopper?: number, warnings?: Note[]}} Beat
 * @typedef {{id: string, officers: number, hours: number, residents: number, areaSquareKilometres: number,
 *   deviation: number}} Sector
 * @typedef {{kind: string, where: {kind: "beat" | "sector" | "unit", id: string} | string, value: number, bound: number, cause?: string, why: string}} Violation
 * @typedef {{favour: string, score: number, measures: Record<string, number>, sectors: Sector[], beats: Beat[],
 *   violations: Violation[], remedy?: Remedy | null, criteria?: CriterionInfluence[]}} Alternative
 * @typedef {"seen" | "within-chance" | "no-hours" | "all-hours" | "no-time"} Outcome
 * @typedef {{favour: string, measures: Record<string, number>, outcome?: Outcome, unitsDiffering: number,
 *   residentsDiffering: number, residentsByChance?: number}} Twin
 * @typedef {{criterion: string, hours: number, share: number, outcome?: Outcome, unitsChanging: number | null,
 *   residentsChanging: number | null, residentsByChance?: number}} CriterionInfluence
 * @typedef {{alternatives: Alternative[], criteria?: CriterionInfluence[], notes?: Note[], seed?: number,
 *   elapsedSeconds?: number, iterations?: number, withoutMix?: {alternatives: Twin[]} | null,
 *   inForce?: {measures: Record<string, number>} | null, counted?: Counted}} Proposal
 * @typedef {{tolerance: number | null, beats: number | null, unitsToDivide: string[]}} Remedy
 * @typedef {{category: string, byResidents: number, byPolice: number, byUnknown: number, counted: number}} CategoryTotals
 * @typedef {{barrierLinksCut: number, crossingLinks: number, cutByBarrier?: Record<string, number>, places: Record<string, number>, incidents: {recorded: number, counted: number,
 *   months: number, categories: CategoryTotals[]}}} Counted
 *
 * @typedef {{id: string, scenario: string, state: "queued" | "running" | "succeeded" | "failed" | "cancelled",
 *   phase: string | null, progress: number, count: number | null, bestScore: number | null, elapsedSeconds: number,
 *   message: string | null, problem: import("./request.js").Problem | null}} Job
 *
 * @typedef {{id: string, name: string, job: string | null, state: string | null, hasProposal: boolean,
 *   newer?: {role: string, name: string, version: number, versions: NewerVersion[]}[], createdAt: string, tolerance: number,
 *   favour: string}} Scenario
 *
 * @typedef {{id: string, name: string, version?: number, validFrom: string, beats: number, sectors: number}} CurrentPlan
 */

export {};
