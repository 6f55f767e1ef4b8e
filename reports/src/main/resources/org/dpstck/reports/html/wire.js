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

function exchange(it, findings, number) {
  const own = findings.filter(finding => finding.exchange === it.id);
  const out = it.direction === 'TO_SYSTEM';
  const problems = own.flatMap(finding => problemsIn(finding.observed));
  const toSystem = out ? [] : problems;
  return make('details', {class: 'exchange' + (own.length ? ' offending' : ''), id: anchor(number, it), open: own.length > 0},
    make('summary', {}, `${own.length ? '✗ ' : ''}${it.id} · ${it.purpose} · ${it.request.method} ${pathOf(it.request.url)} → ${it.answer ? it.answer.status : 'no answer'}`),
    make('div', {},
      make('p', {class: 'hint'}, `${out ? 'Suite to system' : 'System to suite'}, ${it.at}, ${it.millis} ms`),
      make('h3', {}, `${it.request.method} ${it.request.url}`),
      headers(it.request.headers), body(it.request.body, toSystem, 'Body of the request'),
      make('h3', {}, it.answer ? `HTTP ${it.answer.status}` : 'No answer'),
      it.answer && [headers(it.answer.headers), body(it.answer.body, out ? problems : [], 'Body of the answer'), cut(it.answer)],
      it.error && make('p', {class: 'problem'}, it.error)));
}

function cut(answer) {
  const recorded = new TextEncoder().encode(answer.body ?? '').length;
  return answer.bodyBytes > recorded && make('p', {class: 'hint'}, `${answer.bodyBytes} bytes were read; secrets are replaced and long bodies cut.`);
}

function headers(list) {
  return list.length > 0 && make('table', {class: 'headers'}, make('tbody', {},
    list.map(it => make('tr', {}, make('th', {scope: 'row'}, it.name), make('td', {}, it.value)))));
}

// "/dataAddress/endpoint: is missing" in the words of a finding, as pointer and text.
function problemsIn(observed) {
  return [...observed.matchAll(/(?:^|[\s;,(])(\/[^\s:;,]*|the message): ([^\n;]+)/g)]
    .map(([, pointer, text]) => ({pointer: pointer === 'the message' ? '' : pointer, text}));
}

function body(text, problems, label) {
  if (!text) return null;
  const lines = jsonLines(text);
  const known = problems.filter(problem => lines.some(it => it.pointer === problem.pointer));
  const pre = make('pre', {class: 'code', tabindex: 0, 'aria-label': label});
  lines.forEach((it, index) => {
    const own = known.filter(problem => problem.pointer === it.pointer);
    pre.append(own.length
      ? make('mark', {}, `${it.line}  ◀ ${own.map(problem => problem.text).join('; ')}`)
      : document.createTextNode(it.line));
    if (index < lines.length - 1) pre.append('\n');
  });
  return [known.map(problem => make('p', {class: 'problem'}, `${problem.pointer || '(root)'}: ${problem.text}`)), pre];
}
