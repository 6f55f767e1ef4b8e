// What is shown is in the address, behind the number sign: #view=cases&outcome=failed,warned&q=start&case=ID

const form = document.getElementById('filters');
const about = document.getElementById('about');
const lists = {
  requirements: [...document.querySelectorAll('#requirements .row[data-id]')],
  cases: [...document.querySelectorAll('#cases > .case')],
};
const texts = new Map();

// The words of a row, with what its case found: read once, when somebody searches for the first time.
function textOf(row) {
  if (!texts.has(row)) {
    const data = document.getElementById('data-' + row.dataset.number);
    const result = data && JSON.parse(data.textContent);
    const found = result ? [result.message, ...result.requirements, ...result.exchanges.map(it => it.request.url)] : [];
    texts.set(row, [row.textContent, row.dataset.section, ...found].join(' ').toLowerCase());
  }
  return texts.get(row);
}

function stateOfAddress() {
  const hash = location.hash.slice(1);
  const given = new URLSearchParams(hash.includes('=') ? hash : '');
  return {
    view: given.get('view') ?? (given.get('case') || given.get('requirement') ? 'cases' : 'requirements'),
    q: given.get('q') ?? '',
    level: given.get('level') ?? '',
    role: given.get('role') ?? '',
    section: given.get('section') ?? '',
    outcome: (given.get('outcome') ?? '').split(',').filter(Boolean),
    requirement: given.get('requirement') ?? '',
    case: given.get('case') ?? '',
  };
}

function stateOfForm() {
  const data = new FormData(form);
  const {requirement} = stateOfAddress();
  return {
    view: data.get('view'), q: data.get('q').trim(), level: data.get('level'), role: data.get('role'),
    section: data.get('section'), outcome: data.getAll('outcome'), requirement, case: '',
  };
}

function addressOf(state) {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text && !(key === 'view' && text === 'requirements')) parts.set(key, text);
  }
  return '#' + (parts.toString() || 'results');
}

function toForm(state) {
  for (const radio of form.elements.view) radio.checked = radio.value === state.view;
  for (const key of ['q', 'level', 'role', 'section']) form.elements[key].value = state[key];
  for (const box of form.elements.outcome) box.checked = state.outcome.includes(box.value);
}

function matches(row, state, words) {
  const own = row.dataset;
  return (!state.outcome.length || state.outcome.includes(own.outcome))
    && (!state.level || own.level === state.level)
    && (!state.role || own.role === state.role)
    && (!state.section || own.section === state.section)
    && (!state.requirement || (own.requirements ?? own.id).split(' ').includes(state.requirement))
    && words.every(word => textOf(row).includes(word));
}

function apply(state) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = {};
  for (const [name, rows] of Object.entries(lists)) {
    counts[name] = 0;
    for (const row of rows) {
      const shown = matches(row, state, words) || (name === 'cases' && row.dataset.id === state.case);
      row.hidden = !shown;
      if (shown) counts[name]++;
    }
    document.getElementById(name).hidden = name !== state.view || counts[name] === 0;
    document.getElementById('shown-' + name).value =
      counts[name] === rows.length ? rows.length : `${counts[name]} of ${rows.length}`;
  }
  document.getElementById('nothing').hidden = counts[state.view] > 0;
  about.textContent = state.requirement ? visible(`Only what is about ${state.requirement}.`) : '';
}
