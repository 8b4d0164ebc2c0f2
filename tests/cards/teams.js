// Draws cards as Teams does, with the official renderer, and says what is wrong with what it drew.

const SIZES = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const WEIGHTS = { lighter: 200, default: 400, bolder: 600 };
const FAMILY = "'Segoe UI', 'Liberation Sans', 'DejaVu Sans', sans-serif";
// What Teams knows beside the schema's own: the people picker, and for whom a card refreshes by itself.
const OF_TEAMS = ["choices.data", "userIds"];
// What the renderer reads past its own list of names.
const OF_CARDS = ["type", "body", "actions", "items", "columns", "fallback"];
const NO_FONT_HAS_IT = "\u0378";

// The colours are those of the page's theme, so that a theme changes without drawing anew.
function hostConfig() {
  const colour = (value, quiet = value) => ({ default: `var(--${value})`, subtle: `var(--${quiet})` });
  const text = colour("text", "subtle");
  const colours = {
    ...{ default: text, dark: text, light: text, good: text, warning: text },
    ...{ accent: colour("accent"), attention: colour("attention") },
  };
  const font = { fontFamily: FAMILY, fontSizes: SIZES, fontWeights: WEIGHTS };
  return new AdaptiveCards.HostConfig({
    fontFamily: FAMILY,
    fontTypes: { default: font, monospace: font },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: "var(--line)" },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: { default: { backgroundColor: "var(--ground)", foregroundColors: colours } },
    actions: { maxActions: 6, buttonSpacing: 8, spacing: "default", actionsOrientation: "horizontal", actionAlignment: "left" },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    inputs: { label: { inputSpacing: "small" } },
  });
}

// The little of Markdown that Teams reads in a card: bold, links, and a sign that is meant as itself.
function markdown(text) {
  const marks = /\\([\\`*_[\]<>#|~])|\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])*)\]\((\S+?)\)/g;
  const safe = (plain) => plain.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
  let html = "", last = 0;
  for (const found of text.matchAll(marks)) {
    html += safe(text.slice(last, found.index));
    const [all, sign, bold, label, url] = found;
    html += sign ? safe(sign) : bold ? `<b>${markdown(bold)}</b>` : `<a class="ac-anchor" href="${safe(url)}">${markdown(label)}</a>`;
    last = found.index + all.length;
  }
  return (html + safe(text.slice(last))).replaceAll("\n\n", "<br><br>");
}
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) =>
  Object.assign(result, { outputHtml: markdown(text), didProcess: true });

// -- drawing --------------------------------------------------------------------------------------------------------

let drawn = [];

async function draw(cards) {
  const config = hostConfig();
  document.body.replaceChildren();
  drawn = JSON.parse(cards).map(([name, json]) => {
    const troubles = [], context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = config;
    card.parse(json, context);
    const parsed = Array.from({ length: context.eventCount }, (_, number) => context.getEventAt(number));
    for (const { message } of [...parsed, ...card.validateProperties().validationEvents])
      if (!OF_TEAMS.some((name) => message.includes(`"${name}"`))) troubles.push(`renderer: ${message}`);
    troubles.push(...strangers(json));
    const frame = document.createElement("section");
    frame.dataset.name = name;
    frame.append(card.render());
    return { name, card, frame, troubles, pictures: (JSON.stringify(json).match(/"type":"Image"/g) ?? []).length };
  });
  document.body.append(...drawn.map(({ frame }) => frame));
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}

function show([theme, width]) {
  document.body.className = theme;
  for (const { frame } of drawn) frame.style.width = `${width}px`;
}

function unfold() {
  for (const { card } of drawn)
    for (let number = 0; number < card.getItemCount(); number++) card.getItemAt(number).isVisible = true;
}

// -- what the schema does not know ----------------------------------------------------------------------------------

function strangers(json) {
  const found = [];
  const known = (type) =>
    AdaptiveCards.GlobalRegistry.elements.findByName(type)?.objectType ??
    AdaptiveCards.GlobalRegistry.actions.findByName(type)?.objectType ??
    { AdaptiveCard: AdaptiveCards.AdaptiveCard, Column: AdaptiveCards.Column }[type];
  (function look(node) {
    if (Array.isArray(node)) return node.forEach(look);
    if (node === null || typeof node !== "object") return;
    if (node.type) {
      const made = known(node.type);
      if (!made) return found.push(`no such type: ${node.type}`);
      const schema = new made().getSchema(), names = new Set([...OF_CARDS, ...OF_TEAMS]);
      for (let i = 0; i < schema.getCount(); i++) names.add(schema.getItemAt(i).name);
      for (const name of Object.keys(node)) if (!names.has(name)) found.push(`${node.type} has no ${name}`);
    }
    for (const [name, value] of Object.entries(node)) if (name !== "data" && !name.includes(".")) look(value);
  })(json);
  return found;
}

// -- measuring ------------------------------------------------------------------------------------------------------

const FIELDS = new Set(["INPUT", "TEXTAREA", "SELECT", "OPTION"]);

function measured() {
  const all = [];
  for (const { name, frame, troubles, pictures } of drawn) {
    const box = frame.getBoundingClientRect(), found = [...troubles];
    const of = (element) => (element.innerText ?? "").trim().slice(0, 60) || element.className || element.tagName;
    for (const element of frame.querySelectorAll("*")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      if (right > box.right + 1 || left < box.left - 1) found.push(`outside the card: ${of(element)}`);
      if (FIELDS.has(element.tagName) || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`too wide: ${of(element)}`);
      const higher = element.scrollHeight > element.clientHeight + 1;
      if (higher && getComputedStyle(element).overflowY !== "visible") found.push(`too high: ${of(element)}`);
    }
    // The renderer takes a picture away that cannot be read.
    const seen = [...frame.querySelectorAll("img")].filter((image) => image.naturalWidth && image.checkVisibility());
    if (seen.length !== pictures) found.push(`not drawn: ${pictures - seen.length} of ${pictures} pictures`);
    for (const select of frame.querySelectorAll("select"))
      for (const option of select.options)
        if (room(option.text, select) > select.clientWidth - 32) found.push(`does not fit its field: ${option.text}`);
    const text = frame.innerText;
    for (const mark of text.match(/\*\*|\]\(|\\[\\`*_[\]<>#|~]/g) ?? []) found.push(`mark-up is seen: ${mark} in ${around(text, mark)}`);
    if (found.length) all.push(...new Set(found.map((trouble) => `${name}: ${trouble}`)));
  }
  return all;
}

const around = (text, mark) => text.slice(Math.max(0, text.indexOf(mark) - 20), text.indexOf(mark) + 20).replaceAll("\n", " ");

const pen = Object.assign(document.createElement("canvas"), { width: 32, height: 32 }).getContext("2d", { willReadFrequently: true });

function room(text, element) {
  pen.font = getComputedStyle(element).font;
  return pen.measureText(text).width;
}

function shape(sign) {
  pen.font = `20px ${FAMILY}`;
  pen.clearRect(0, 0, 32, 32);
  pen.fillText(sign, 4, 24);
  return pen.getImageData(0, 0, 32, 32).data.join();
}

function missingGlyphs() {
  const texts = drawn.map(({ frame }) => frame.textContent + [...frame.querySelectorAll("input, textarea")].map((field) => field.value).join(""));
  const none = shape(NO_FONT_HAS_IT);
  return [...new Set(texts.join(""))].filter((sign) => sign.trim() && shape(sign) === none).map((sign) => `no glyph: U+${sign.codePointAt(0).toString(16)}`);
}
