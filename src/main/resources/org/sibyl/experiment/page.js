// What all pages share: texts, tables, colours of the two themes, charts that follow them.
const byId = id => document.getElementById(id);
const shown = x => x === null || x === undefined ? '–' : typeof x === 'number' && !Number.isInteger(x) ? Number(x.toPrecision(5)).toString() : Array.isArray(x) ? x.join(' ') : String(x);
const isNumber = text => text.trim() !== '' && isFinite(Number(text));
function element(name, text, parent, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  if (parent) parent.appendChild(made);
  return made;
}
function row(table, cells, tag) {
  const tr = table.insertRow();
  for (const cell of cells) element(tag || 'td', shown(cell), tr, typeof cell === 'string' && !isNumber(cell) ? 'text' : '');
  return tr;
}
function sortable(table, head, rows) {
  let by = -1, up = true;
  const draw = () => {
    table.textContent = '';
    const tr = table.insertRow();
    head.forEach((title, k) => {
      const th = element('th', null, tr), button = element('button', title + (k === by ? up ? ' ▲' : ' ▼' : ''), th);
      button.onclick = () => { up = k === by ? !up : true; by = k; draw(); table.rows[0].cells[k].firstChild.focus(); };
      th.setAttribute('aria-sort', k === by ? up ? 'ascending' : 'descending' : 'none');
    });
    const sorted = [...rows];
    if (by >= 0) sorted.sort((a, b) => {
      const x = a[by], y = b[by];
      if (x === null || y === null) return (x === null) - (y === null);
      const order = isNumber(String(x)) && isNumber(String(y)) ? x - y : String(x).localeCompare(String(y));
      return up ? order : -order;
    });
    sorted.forEach(cells => row(table, cells));
  };
  draw();
}
// ---- the address says what to show: #round=7&theme=dark
const wish = name => new URLSearchParams(location.hash.slice(1)).get(name);
// ---- light and dark
const drawings = []; // whatever has colours of its own draws itself again when the theme changes
const redraw = () => drawings.forEach(draw => draw());
const darkByDefault = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme || (darkByDefault.matches ? 'dark' : 'light')) === 'dark';
function setTheme(name) {
  if (name === 'light' || name === 'dark') document.documentElement.dataset.theme = name;
  const button = byId('theme');
  button.textContent = isDark() ? '☀ light' : '☾ dark';
  button.setAttribute('aria-label', 'show this page in ' + (isDark() ? 'light' : 'dark') + ' colours');
}
let stored = null;
try { stored = localStorage.getItem('sibyl-theme'); } catch (e) { /* pages from files may not store anything */ }
setTheme(wish('theme') || stored);
byId('theme').onclick = () => {
  setTheme(isDark() ? 'light' : 'dark');
  try { localStorage.setItem('sibyl-theme', document.documentElement.dataset.theme); } catch (e) { /* then it is chosen anew */ }
  redraw();
};
darkByDefault.addEventListener('change', () => { setTheme(); redraw(); });
addEventListener('hashchange', () => { if (wish('theme')) { setTheme(wish('theme')); redraw(); } });
const style = getComputedStyle(document.documentElement);
const color = name => style.getPropertyValue(name).trim();
// ---- charts
const axis = () => ({ axisLabel: { color: color('--quiet'), hideOverlap: true }, nameTextStyle: { color: color('--quiet') }, axisLine: { lineStyle: { color: color('--quiet') } }, splitLine: { lineStyle: { color: color('--line') } } });
const tooltip = trigger => ({ trigger, confine: true, backgroundColor: color('--card'), borderColor: color('--line'), textStyle: { color: color('--text') }, valueFormatter: shown });
const lightPalette = ['#2a5fa5', '#d1722c', '#3f8f5b', '#b23a48', '#7a5ab5', '#8a6d3b', '#c05c9c', '#5f6b7a', '#9aa637', '#2f9aa8'];
const darkPalette = ['#7fb0ee', '#f0a05a', '#74c793', '#ee7f8b', '#b49be6', '#cdaf75', '#ea95cb', '#aab5c4', '#c9d46a', '#6ccbd8'];
const palette = k => (isDark() ? darkPalette : lightPalette)[k % lightPalette.length];
function chart(parent, title, about, label, tall) {
  const figure = element('figure', null, parent), caption = element('figcaption', title, figure);
  element('small', about, caption);
  const box = element('div', null, figure, tall ? 'chart tall' : 'chart');
  box.setAttribute('role', 'img'); box.setAttribute('aria-label', label);
  const made = echarts.init(box, null, { renderer: 'svg' });
  new ResizeObserver(() => made.resize()).observe(box);
  return made;
}
function bars(low, high) { // intervals, drawn as lines with ends; low and high say which values of an item they are
  return { type: 'custom', silent: true, z: 1, tooltip: { show: false }, encode: { x: 0, y: [low, high] }, renderItem: (params, api) => {
    const x = api.value(0), a = api.coord([x, api.value(low)]), b = api.coord([x, api.value(high)]);
    const stroke = { stroke: api.visual('color'), lineWidth: 1.2, opacity: .8 };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
    return { type: 'group', children: [line(a[0], a[1], b[0], b[1]), line(a[0] - 3, a[1], a[0] + 3, a[1]), line(b[0] - 3, b[1], b[0] + 3, b[1])] };
  } };
}
