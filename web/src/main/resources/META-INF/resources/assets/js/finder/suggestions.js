// @ts-check
/** While somebody types, a search is sent when they pause. */
const PAUSE_MILLIS = 120;
const SHORTEST = 2;
const MOST = 8;

/** @typedef {{id: string | null, level: string, label: string, asked: string | null, lon: number, lat: number}} FoundAddress */

/**
 * Suggestions under a field, after the ARIA practice of an editable combobox with a list: the focus stays in the field, arrows go through the
 * list, Enter takes, Escape closes. Without suggestions it is the field that the server wrote.
 */
export class Suggestions {
  /** @param {HTMLInputElement} field @param {(id: string, typed: string) => void} take what is done with the one that is chosen for a text */
  constructor(field, take) {
    this.field = field;
    this.take = take;
    /** @type {FoundAddress[]} */
    this.found = [];
    this.active = -1;
    this.searched = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    this.list = Object.assign(document.createElement("ul"), { id: "suggestions", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.dataset.list ?? "");
    this.count = Object.assign(document.createElement("p"), { className: "visually-hidden" });
    this.count.setAttribute("aria-live", "polite");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions" })) {
      field.setAttribute(name, value);
    }
    field.after(this.list, this.count);
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => {
      const option = /** @type {HTMLElement} */ (event.target).closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  get open() {
    return !this.list.hidden;
  }

  typed() {
    clearTimeout(this.pause);
    const text = this.field.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.pause = setTimeout(() => this.suggest(text), PAUSE_MILLIS);
  }

  /** @param {string} text */
  async suggest(text) {
    const mine = ++this.searched;
    // Nothing is said of a failure while somebody types: they can send what they typed, and hear of it then.
    const found = await search(text).catch(() => []);
    if (mine !== this.searched || !this.field.matches(":focus")) return;
    this.found = found.filter(({ id }) => id !== null);
    this.list.replaceChildren(...this.found.map((one, i) => this.option(one, i)));
    this.activate(-1, this.found.length > 0);
    this.count.textContent = this.open ? (this.field.dataset.suggested ?? "").replace("{n}", String(this.found.length)) : "";
  }

  /** @param {FoundAddress} one @param {number} i */
  option(one, i) {
    const option = Object.assign(document.createElement("li"), { id: `suggestion-${i}` });
    option.setAttribute("role", "option");
    option.append(Object.assign(document.createElement("bdi"), { textContent: one.label }));
    if (one.asked) {
      const words = (this.field.dataset.nearestKnown ?? "").replace("{asked}", one.asked);
      option.append(Object.assign(document.createElement("span"), { className: "small quiet", textContent: words }));
    }
    return option;
  }

  /** @param {number} active -1 for the field itself @param {boolean} open */
  activate(active, open) {
    this.active = active;
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (open && active >= 0) {
      this.field.setAttribute("aria-activedescendant", `suggestion-${active}`);
      this.list.children[active]?.scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  close() {
    clearTimeout(this.pause);
    this.searched++;
    this.count.textContent = "";
    this.activate(-1, false);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      const places = this.found.length + 1; // one more for the field itself
      const next = this.open ? (this.active + 1 + step + places) % places : step > 0 ? 1 : places - 1;
      this.activate(next - 1, true);
    } else if (event.key === "Escape" && this.open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.open && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  /** @param {number} i */
  choose(i) {
    const one = this.found[i];
    const typed = this.field.value;
    this.field.value = one.label;
    this.close();
    this.take(String(one.id), typed);
  }
}

/** @param {string} text @returns {Promise<FoundAddress[]>} */
async function search(text) {
  const response = await fetch("/api/v1/addresses/search", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text, limit: MOST, language: document.documentElement.lang }),
  });
  return response.ok ? (await response.json()).results : [];
}
