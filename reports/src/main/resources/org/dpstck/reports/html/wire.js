// What went over the wire: as a sequence between two parties, and in full.

function sequence(exchanges, offending, number) {
  return [
    make('div', {class: 'actors', 'aria-hidden': 'true'}, make('span', {}, 'Suite'), make('span', {}, 'System')),
    make('ol', {class: 'sequence'}, exchanges.map(it => step(it, offending.has(it.id), number))),
  ];
}

function step(it, bad, number) {
  const out = it.direction === 'TO_SYSTEM';
  const asked = `${out ? 'Suite asks system' : 'System asks suite'}: `;
  const link = make('a', {href: `#${anchor(number, it)}`},
    make('span', {class: 'said'}, make('span', {class: 'unseen'}, asked),
      bad ? '✗ ' : '', `${it.request.method} ${pathOf(it.request.url)} `, make('small', {}, it.purpose)),
    make('span', {class: `arrow ${out ? 'right' : 'left'}`}),
    make('span', {class: 'said'}, it.answer
      ? [`${it.answer.status} `, make('small', {}, `${it.millis} ms`)]
      : ['no answer ', make('small', {}, it.error)]),
    make('span', {class: `arrow answer ${it.answer ? (out ? 'left' : 'right') : 'none'}`}));
  link.addEventListener('click', event => {
    event.preventDefault();
    const target = document.getElementById(anchor(number, it));
    target.open = true;
    target.scrollIntoView({block: 'nearest'});
    target.querySelector('summary').focus();
  });
  return make('li', {class: bad ? 'offending' : null}, link);
}

function anchor(number, it) {
  return `case-${number}-${it.id}`;
}

function pathOf(url) {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/';
}

function exchange(it, findings, number, exchanges) {
  const own = findings.filter(finding => finding.exchange === it.id);
  const out = it.direction === 'TO_SYSTEM';
  const places = own.flatMap(finding => placesOf(finding, findings.indexOf(finding), number));
  return make('details', {class: 'exchange' + (own.length ? ' offending' : ''), id: anchor(number, it), open: own.length > 0},
    make('summary', {}, `${own.length ? '✗ ' : ''}${it.id} · ${it.purpose} · ${it.request.method} ${pathOf(it.request.url)} → ${it.answer ? it.answer.status : 'no answer'}`),
    make('div', {},
      make('p', {class: 'hint'}, `${out ? 'Suite to system' : 'System to suite'}, ${moment(it.at)}, ${it.millis} ms${company(it, exchanges)}`),
      make('h3', {}, `${it.request.method} ${it.request.url}`),
      headers(it.request.headers), body(it.request.body, out ? [] : places, 'Body of the request'),
      make('h3', {}, it.answer ? `HTTP ${it.answer.status}` : 'No answer'),
      it.answer && [headers(it.answer.headers), body(it.answer.body, out ? places : [], 'Body of the answer'), cut(it.answer)],
      it.error && make('p', {class: 'problem'}, it.error)));
}

function company(it, exchanges) {
  const others = exchanges.filter(other => it.together && other.together === it.together && other.id !== it.id);
  return others.length > 0 ? `, at the same time as ${others.map(other => other.id).join(', ')}` : '';
}

function cut(answer) {
  const recorded = new TextEncoder().encode(answer.body ?? '').length;
  return answer.bodyBytes > recorded && make('p', {class: 'hint'}, `${answer.bodyBytes} bytes were read; secrets are replaced and long bodies cut.`);
}

function headers(list) {
  return list.length > 0 && make('table', {class: 'headers'}, make('tbody', {},
    list.map(it => make('tr', {}, make('th', {scope: 'row'}, it.name), make('td', {}, it.value)))));
}

// What a finding says of members of the body that the system sent, each with the id of its mark.
function placesOf(finding, index, number) {
  return (finding.places ?? []).map((place, at) => ({...place, id: `place-${number}-${index}-${at}`}));
}

// The line of a member; where the body has no such member, that of the nearest one around it.
function lineOf(pointer, lines) {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = lines.findIndex(it => it.pointer === at);
    if (found >= 0 || at === '') return found;
  }
}

function body(text, places, label) {
  if (!text) return null;
  const lines = jsonLines(text);
  const marked = new Map();
  const elsewhere = [];
  for (const place of places) {
    const line = lineOf(place.pointer, lines);
    if (line < 0) elsewhere.push(place);
    else marked.set(line, [...(marked.get(line) ?? []), place]);
  }
  const pre = make('pre', {class: 'code', tabindex: 0, 'aria-label': label});
  lines.forEach((it, index) => {
    const own = marked.get(index);
    pre.append(own ? marking(it, own) : document.createTextNode(it.line));
    if (index < lines.length - 1) pre.append('\n');
  });
  return [elsewhere.map(place => make('p', {class: 'problem', id: place.id}, `${place.pointer} ${place.problem}`)), pre];
}

function marking(line, places) {
  const said = place => place.pointer === line.pointer ? place.problem : `${place.pointer} ${place.problem}`;
  return make('mark', {id: places[0].id, tabindex: -1}, line.line,
    places.map((place, index) => make('span', {class: 'problem', id: index ? place.id : null}, `  ◀ ${said(place)}`)));
}
