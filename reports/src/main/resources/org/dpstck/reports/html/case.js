// What is below a case: made when it is opened, from the JSON that stands in the page for it.

const context = JSON.parse(document.getElementById('context').textContent);

function fill(details) {
  if (details.dataset.filled) return;
  details.dataset.filled = 'yes';
  const result = JSON.parse(document.getElementById('data-' + details.dataset.number).textContent);
  const offending = new Set(result.findings.map(finding => finding.exchange).filter(Boolean));
  const explanation = explanationOf(result.id);
  details.append(make('div', {class: 'inside'},
    clauses(result),
    pairs([
      ['Stimulus', explanation.stimulus],
      ['Expected', result.findings.length ? null : explanation.expected],
      ['Observed', result.outcome === 'PASSED' ? 'It held.' : null],
      [result.outcome === 'FAILED' ? 'Message' : 'Reason', result.findings.length ? null : result.message],
    ]),
    result.findings.map((finding, index) => showFinding(finding, index, details.dataset.number)),
    pairs([['How to fix', result.findings.length ? explanation.fix : null]]),
    result.exchanges.length > 0 && [
      make('h3', {}, 'Sequence'), sequence(result.exchanges, offending, details.dataset.number),
      make('h3', {}, 'Exchanges'), result.exchanges.map(it => exchange(it, result.findings, details.dataset.number, result.exchanges)),
    ],
    make('h3', {}, 'Repeat it'),
    repeats(result).map(([what, command]) => [make('p', {class: 'hint'}, what), copyable(command)]),
    details.dataset.script && [
      make('p', {class: 'hint'}, 'By hand, the whole case: a script that stands ',
        make('a', {href: details.dataset.script}, 'beside this report'), ', with new ids. Another system: set BASE_URL.'),
      copyable(`sh ${details.dataset.script}`),
    ],
    timings(result)));
}

function explanationOf(id) {
  const template = Object.keys(context.explanations)
    .filter(it => id === it || id.startsWith(it + '.'))
    .sort((a, b) => b.length - a.length)[0];
  return context.explanations[template] ?? {};
}

function clauses(result) {
  return pairs(result.requirements.map(id => {
    const known = context.requirements[id];
    const text = known ? [known.clause, make('small', {}, `${id}, ${known.level}, § ${known.section} ${known.anchor}`)] : id;
    return ['Clause', text];
  }));
}

function showFinding(finding, index, number) {
  const kind = finding.kind === 'VIOLATION' ? 'failed' : 'warned';
  return make('div', {class: 'finding ' + kind},
    make('h3', {}, `${finding.kind === 'VIOLATION' ? '✗ Violated' : '! Warning'}: ${finding.requirement}`),
    pairs([
      ['Required', [finding.clause, make('small', {}, `§ ${finding.section} ${finding.anchor}`)]],
      ['Expected', finding.expected],
      ['Observed', finding.observed],
      ['Where', placesOf(finding, index, number).map(place => linked(place, finding.exchange, number))],
      ['Reading', finding.reading],
      ['Strict', finding.strict ? 'A violation only because this run is strict.' : null],
    ]));
}

// A link to where a member stands in the body of the offending exchange.
function linked(place, exchange, number) {
  const link = make('a', {class: 'place', href: '#' + place.id}, place.pointer || 'the whole body');
  link.addEventListener('click', event => {
    event.preventDefault();
    document.getElementById(`case-${number}-${exchange}`).open = true;
    const target = document.getElementById(place.id);
    target.scrollIntoView({block: 'center'});
    target.focus();
  });
  return make('div', {}, link, ` in ${exchange}: ${place.problem}`);
}

function repeats(result) {
  const list = [['With the suite: this case alone.',
    `./dps-tck run --config sut.yaml --edition ${context.edition} --only '${result.id.replace(/'/g, "'\\''")}' --verbose`]];
  for (const command of new Set(result.findings.map(finding => finding.repeat).filter(Boolean))) {
    list.push(['By hand: the offending request. Ids and tokens are those of the run.', command]);
  }
  return list;
}

function copyable(command) {
  const button = make('button', {type: 'button'}, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(command);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.nextElementSibling);
      button.textContent = 'Selected: copy it now';
    }
  });
  return make('div', {}, button, make('pre', {class: 'code wrapped', tabindex: 0}, command));
}

function timings(result) {
  const wire = result.exchanges.reduce((sum, it) => sum + it.millis, 0);
  return pairs([
    ['Began', moment(result.startedAt)],
    ['Took', result.startedAt && `${result.durationMs} ms, ${wire} ms of it on the wire`],
  ]);
}
