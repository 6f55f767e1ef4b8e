// Text from the system under test is only ever made into text nodes; what cannot be seen in it is made visible.

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

function visible(text) {
  return String(text ?? '').replace(/\r\n/g, '\n')
    .replace(INVISIBLE, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
}

// To the millisecond: no clock of two machines agrees on more.
function moment(iso) {
  return iso && iso.replace('T', ' ').replace(/(\.\d{3})\d*/, '$1').replace('Z', ' UTC');
}

// An element with attributes and children; strings become text.
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  for (const child of children.flat(Infinity)) {
    if (child != null && child !== false) {
      element.append(typeof child === 'object' ? child : document.createTextNode(visible(child)));
    }
  }
  return element;
}

function pairs(entries) {
  const shown = entries.filter(([, value]) => value != null && value !== '' && value.length !== 0);
  return make('dl', {class: 'pairs'},
    shown.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))));
}

const DEEPEST = 48;

// Lines of a JSON text, each with the pointer of the value that begins in it. Numbers and duplicate members stay as they
// came; what is not one JSON object or array, or nested too deeply to be indented, is shown as it is.
function jsonLines(text) {
  try {
    if (!/^\s*[[{]/.test(text)) throw new SyntaxError('no object and no array');
    JSON.parse(text);
    return indented(text.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g));
  } catch {
    return visible(text).split('\n').map(line => ({line, pointer: null}));
  }
}

function indented(tokens) {
  const lines = [];
  let at = 0;
  const push = (depth, text, pointer) => lines.push({line: visible('  '.repeat(depth) + text), pointer});
  const value = (depth, before, pointer) => {
    if (depth > DEEPEST) throw new RangeError('too deep');
    const token = tokens[at++];
    const end = {'{': '}', '[': ']'}[token];
    if (!end) return push(depth, before + token, pointer);
    if (tokens[at] === end) {
      at++;
      return push(depth, before + token + end, pointer);
    }
    push(depth, before + token, pointer);
    for (let index = 0; ; index++) {
      if (token === '{') {
        const key = tokens[at];
        at += 2;
        value(depth + 1, key + ': ', pointer + '/' + JSON.parse(key).replace(/~/g, '~0').replace(/\//g, '~1'));
      } else {
        value(depth + 1, '', pointer + '/' + index);
      }
      if (tokens[at++] === end) break;
      lines[lines.length - 1].line += ',';
    }
    push(depth, end, null);
  };
  value(0, '', '');
  return lines;
}
