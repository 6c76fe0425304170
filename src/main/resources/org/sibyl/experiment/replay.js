// The replay of a run: its network, an individual's numbers and distributions, round by round.
if (data.replay) (() => {
  const replay = data.replay;
  const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const pairs = text => { const all = bytes(text); return Array.from({ length: all.length / 2 }, (_, k) => all[2 * k] + 256 * all[2 * k + 1]); };
  const count = replay.individuals, frames = replay.rounds.length;
  const ends = pairs(replay.ends), forced = pairs(replay.positions).map(x => x / 65535);
  const columns = replay.columns.map(column => ({ ...column, codes: bytes(column.codes) }));
  const named = name => columns.find(column => column.name === name);
  const value = (column, frame, place) => { const level = column.levels[column.codes[frame * count + place]]; return level === undefined ? null : level; };
  const many = new Intl.NumberFormat('en').format;
  const circle = Array.from({ length: 2 * count }, (_, k) => .5 + .5 * (k % 2 ? -Math.cos(Math.PI * (k - 1) / count) : Math.sin(Math.PI * k / count)));
  byId('player').hidden = false;
  byId('sampled').textContent = 'Replicate ' + replay.replicate + ': ' + (replay.stride > 1
    ? many(count) + ' of ' + many(replay.population) + ' individuals are drawn, every ' + many(replay.stride) + 'th, with the links among them'
    : many(count) + ' individuals') + ', ' + (replay.drawnLinks < replay.links ? many(replay.drawnLinks) + ' of ' : '') + many(replay.links) + ' links; '
    + (frames < replay.played ? frames + ' of ' + many(replay.played) + ' rounds' + (replay.step > 1 ? ', one in ' + replay.step + ' and the last' : '') : frames + (frames === 1 ? ' round' : ' rounds')) + '.';
  // ---- what fills the circles
  const bounds = column => ['prediction', 'trust'].includes(column.name) ? [0, 1] : [column.levels[0], column.levels[column.levels.length - 1]];
  const fills = ['trust', 'prediction', 'payoff'].filter(named).concat(columns.map(column => column.name).filter(name => !['trust', 'prediction', 'payoff', 'action'].includes(name)));
  fills.forEach(name => byId('fill').add(new Option(name, name)));
  const stops = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];
  const ramp = share => {
    const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1), k = Math.min(Math.floor(at), stops.length - 2);
    return 'rgb(' + stops[k].map((x, c) => Math.round(x + (stops[k + 1][c] - x) * (at - k))).join(',') + ')';
  };
  const decided = named('prediction') && named('prediction').levels.includes(2); // then 2 is what was decided
  const actions = [['--other', 'action 0'], ['--accent', 'action 1'], ['--quiet', decided ? 'action 2' : 'no action yet']];
  // ---- the network
  const canvas = byId('network'), pen = canvas.getContext('2d');
  let frame = 0, chosen = -1, pinned = false;
  const spot = place => {
    const xy = byId('layout').value === 'circle' ? circle : forced, edge = 14, side = canvas.clientWidth - 2 * edge;
    return [edge + side * xy[2 * place], edge + side * xy[2 * place + 1]];
  };
  const radius = () => Math.max(3.2, Math.min(9, canvas.clientWidth / (3.4 * Math.sqrt(count) + 12)));
  function disc(x, y, r) { pen.beginPath(); pen.arc(x, y, r, 0, 2 * Math.PI); }
  function drawNetwork() {
    const side = canvas.clientWidth, ratio = devicePixelRatio || 1;
    if (!side) return;
    canvas.width = canvas.height = Math.round(side * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const spots = Array.from({ length: count }, (_, place) => spot(place)), r = radius();
    const link = k => { pen.moveTo(...spots[ends[k]]); pen.lineTo(...spots[ends[k + 1]]); };
    pen.strokeStyle = color('--quiet'); pen.globalAlpha = Math.max(.08, Math.min(.45, 120 / (ends.length / 2 + 1))); pen.lineWidth = 1;
    pen.beginPath(); for (let k = 0; k < ends.length; k += 2) link(k); pen.stroke();
    pen.globalAlpha = 1;
    if (chosen >= 0) {
      pen.strokeStyle = color('--text'); pen.lineWidth = 1.6; pen.beginPath();
      for (let k = 0; k < ends.length; k += 2) if (ends[k] === chosen || ends[k + 1] === chosen) link(k);
      pen.stroke();
    }
    const fill = named(byId('fill').value), action = named('action'), [low, high] = fill ? bounds(fill) : [0, 1];
    spots.forEach(([x, y], place) => {
      const level = fill ? value(fill, frame, place) : null, act = action ? value(action, frame, place) : null;
      disc(x, y, r); pen.fillStyle = level === null ? color('--card') : ramp(high > low ? (level - low) / (high - low) : .5); pen.fill();
      pen.lineWidth = Math.max(1.6, r / 3); pen.strokeStyle = color((actions[act] || actions[2])[0]); pen.stroke();
      if (place === chosen) { disc(x, y, r + 4); pen.lineWidth = 2; pen.strokeStyle = color('--text'); pen.stroke(); }
    });
  }
  function drawLegend() {
    const legend = byId('legend'), fill = named(byId('fill').value);
    legend.textContent = '';
    if (fill) {
      const [low, high] = bounds(fill), item = element('span', 'fill: ' + fill.name + ' ' + shown(low), legend);
      element('span', null, item, 'ramp').style.background = 'linear-gradient(to right,' + stops.map(c => 'rgb(' + c.join(',') + ')').join(',') + ')';
      item.append(shown(high));
    }
    const used = named('action') ? named('action').levels : [];
    actions.forEach(([name, text], k) => {
      if (!used.includes(k)) return;
      const item = element('span', null, legend);
      element('span', null, item, 'dot').style.setProperty('--ring', color(name));
      item.append('outline: ' + text);
    });
  }
  // ---- numbers beside it
  function drawNumbers() {
    const now = byId('now'), one = byId('one');
    now.textContent = one.textContent = '';
    data.metrics.forEach((metric, k) => row(now, [metric.name, (data.replayed[frame] || [])[k]]));
    byId('hint').hidden = chosen >= 0;
    if (chosen < 0) return;
    row(one, ['neighbors', replay.degrees[chosen]]);
    columns.forEach(column => row(one, [column.name, rounded(column, value(column, frame, chosen))]));
  }
  function rounded(column, level) { // evenly spaced levels stand for all values about them
    const levels = column.levels;
    return level === null || levels.length < 255 ? level : '≈ ' + level.toFixed(Math.min(12, Math.max(0, Math.ceil(-Math.log10(levels[1] - levels[0])))));
  }
  function choose(place, pin) {
    chosen = place; pinned = pin && place >= 0;
    if (document.activeElement !== byId('individual')) byId('individual').value = place < 0 ? '' : place * replay.stride;
    drawNetwork(); drawNumbers();
  }
  function nearest(event) {
    const box = canvas.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
    let best = -1, least = Math.max(14, radius() + 4) ** 2;
    for (let place = 0; place < count; place++) {
      const [a, b] = spot(place), d = (a - x) ** 2 + (b - y) ** 2;
      if (d < least) { least = d; best = place; }
    }
    return best;
  }
  canvas.onpointermove = event => { if (!pinned && event.pointerType === 'mouse') { const place = nearest(event); if (place !== chosen) choose(place, false); } };
  canvas.onpointerleave = event => { if (!pinned && event.pointerType === 'mouse') choose(-1, false); };
  canvas.onclick = event => choose(nearest(event), true);
  canvas.onkeydown = event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) { choose((chosen + step + count) % count, true); event.preventDefault(); }
    if (event.key === 'Escape') choose(-1, false);
  };
  byId('individual').step = replay.stride; byId('individual').max = (count - 1) * replay.stride;
  byId('individual').oninput = () => { const number = byId('individual').value; choose(number === '' ? -1 : Math.max(0, Math.min(count - 1, Math.round(number / replay.stride))), true); };
  // ---- distributions: bars for a few values, else areas over bins
  const shifts = replay.distributions.map(distribution => {
    const bins = distribution.bins, curves = distribution.curves.map(curve => ({ name: curve.name, shares: pairs(curve.shares).map(x => x / 65535) }));
    const isFeature = curves.length > 1;
    if (!isFeature) curves.unshift({ name: 'round ' + replay.rounds[0], shares: curves[0].shares.slice(0, bins) });
    const used = Array.from({ length: bins }, (_, k) => k).filter(k => curves.some(curve => curve.shares.some((x, at) => x > 0 && at % bins === k)));
    const few = used.length <= 8, places = few ? used : Array.from({ length: bins }, (_, k) => k);
    const top = Math.max(...curves.map(curve => curve.shares.reduce((a, b) => Math.max(a, b), 0)));
    const column = named(distribution.name), edge = k => Number((distribution.from + k * distribution.width).toPrecision(4));
    const label = k => {
      const inside = column && column.levels.length < 255 ? column.levels.filter(x => x >= distribution.from + k * distribution.width && x < distribution.from + (k + 1) * distribution.width) : [];
      return few ? inside.length === 1 ? shown(inside[0]) : String(edge(k)) : edge(k) + ' – ' + edge(k + 1);
    };
    const about = isFeature ? 'what people show before and after they respond' : 'beside the first round';
    const made = chart(byId('shift'), distribution.name, about, 'distribution of ' + distribution.name);
    const shade = k => [color('--quiet'), color('--accent'), color('--other')][isFeature ? [2, 1, 0][k] : k];
    return () => made.setOption({
      animation: false, backgroundColor: 'transparent', grid: { left: 44, right: 12, top: 34, bottom: 26 }, tooltip: tooltip('axis'),
      legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: color('--text') }, data: curves.map(curve => curve.name) },
      xAxis: { ...axis(), type: 'category', data: places.map(label), boundaryGap: few, axisLabel: { ...axis().axisLabel, formatter: text => text.split(' – ')[0] }, splitLine: { show: false } },
      yAxis: { ...axis(), type: 'value', min: 0, max: Number((top * 1.05).toPrecision(2)), splitNumber: 4, axisLabel: { ...axis().axisLabel, showMaxLabel: false } },
      series: curves.map((curve, k) => {
        const shares = curve.shares.length === bins ? curve.shares : curve.shares.slice(frame * bins, (frame + 1) * bins), faint = curve.name === 'base' || (!isFeature && k === 0);
        return { name: curve.name, color: shade(k), data: places.map(place => shares[place]), z: faint ? 2 : 3,
          ...(few ? { type: 'bar', barMaxWidth: 34, itemStyle: { opacity: faint ? .55 : .9 } } : { type: 'line', step: 'middle', symbol: 'none', lineStyle: { width: faint ? 1.2 : 1.8, type: faint ? 'dashed' : 'solid' }, areaStyle: { opacity: faint ? .05 : .22 } }) };
      })
    });
  });
  // ---- the round
  const slider = byId('slider');
  slider.max = frames - 1;
  function show(at) {
    frame = Math.max(0, Math.min(frames - 1, at));
    slider.value = frame;
    const text = 'round ' + replay.rounds[frame] + ' of ' + replay.played;
    slider.setAttribute('aria-valuetext', text);
    byId('round').textContent = text;
    drawNetwork(); drawNumbers();
    shifts.forEach(draw => draw());
    metricCharts.forEach(made => made.mark(replay.rounds[frame]));
  }
  let timer = 0;
  function pause() { clearInterval(timer); timer = 0; byId('play').textContent = '▶ play'; byId('play').setAttribute('aria-label', 'play'); }
  function play() {
    pause();
    if (frame === frames - 1) show(0);
    byId('play').textContent = '❚❚ pause'; byId('play').setAttribute('aria-label', 'pause');
    timer = setInterval(() => { if (frame === frames - 1) pause(); else show(frame + 1); }, 1000 / byId('speed').value);
  }
  byId('play').onclick = () => timer ? pause() : play();
  byId('speed').onchange = () => { if (timer) play(); };
  slider.oninput = () => { pause(); show(Number(slider.value)); };
  for (const [id, to] of [['first', () => 0], ['back', () => frame - 1], ['forward', () => frame + 1], ['final', () => frames - 1]]) byId(id).onclick = () => { pause(); show(to()); };
  byId('fill').onchange = () => { drawNetwork(); drawLegend(); };
  byId('layout').onchange = drawNetwork;
  function follow() {
    for (const id of ['fill', 'layout']) if ([...byId(id).options].some(option => option.value === wish(id))) byId(id).value = wish(id);
    if (wish('individual') !== null) choose(Math.max(0, Math.min(count - 1, Math.round(wish('individual') / replay.stride))), true);
    const round = Number(wish('round'));
    drawLegend();
    show(round ? Math.max(0, replay.rounds.findLastIndex(x => x <= round)) : frame);
  }
  addEventListener('hashchange', () => { pause(); follow(); });
  drawings.push(() => { drawLegend(); show(frame); });
  follow();
  new ResizeObserver(() => { drawNetwork(); metricCharts.forEach(made => made.mark(replay.rounds[frame])); }).observe(canvas);
})();
