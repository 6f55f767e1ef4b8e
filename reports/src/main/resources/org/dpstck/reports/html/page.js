// Brings address, form and lists together.

function show(scroll) {
  const state = stateOfAddress();
  toForm(state);
  apply(state);
  if (!scroll || !location.hash.includes('=')) return;
  const wanted = state.case && lists.cases.find(row => row.dataset.id === state.case);
  if (wanted) {
    fill(wanted);
    wanted.open = true;
    wanted.scrollIntoView();
    wanted.querySelector('summary').focus({preventScroll: true});
  } else if (state.case) {
    about.textContent = visible(`There is no case ${state.case} in this run.`);
    document.getElementById('results').scrollIntoView();
  } else {
    document.getElementById('results').scrollIntoView();
  }
}

let pending = 0;

form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('input', () => {
  clearTimeout(pending);
  pending = setTimeout(() => {
    const state = stateOfForm();
    history.replaceState(null, '', addressOf(state));
    apply(state);
  }, 60);
});
form.addEventListener('reset', event => {
  event.preventDefault();
  clear();
});
document.getElementById('clear').addEventListener('click', clear);

function clear() {
  const {view} = stateOfForm();
  history.replaceState(null, '', addressOf({view}));
  show(false);
}

document.getElementById('cases').addEventListener('toggle', event => {
  const details = event.target;
  if (details.open && details.matches('.case')) {
    fill(details);
  }
}, true);

// An opened case can be sent to somebody: the address names it.
document.getElementById('cases').addEventListener('click', event => {
  const summary = event.target.closest('.case > summary');
  if (summary && !summary.parentElement.open) {
    history.replaceState(null, '', addressOf({...stateOfForm(), case: summary.parentElement.dataset.id}));
  }
});

window.addEventListener('hashchange', () => show(true));

// On paper: whatever did not hold, with everything that is below it; afterwards the page is as it was.
const opened = [];

function openForPrint(details) {
  if (!details.open) {
    details.open = true;
    opened.push(details);
  }
}

window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details.table').forEach(openForPrint);
  for (const row of lists.cases) {
    if (row.dataset.outcome === 'failed' || row.dataset.outcome === 'warned') {
      row.classList.add('printed');
      fill(row);
      openForPrint(row);
      row.querySelectorAll('details').forEach(openForPrint);
    }
  }
});

window.addEventListener('afterprint', () => {
  opened.splice(0).forEach(details => { details.open = false; });
});

show(true);
document.documentElement.dataset.ready = 'yes';
