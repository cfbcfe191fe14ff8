/* Requests in the user's own session: Remit's REST to read and to order, the engine's REST to work on tasks. */
import {language, learn} from './words.js';

const base = document.querySelector('base');
const appRoot = base.getAttribute('app-root');
const remitRoot = appRoot.slice(0, appRoot.lastIndexOf('/')) + '/api/';
const engineRoot = base.getAttribute('engine-api') + 'engine/' + location.pathname.split('/app/')[1].split('/')[1];

/** The words of the app's language, once they were asked for. */
let wordsKnown = null;

/** Where a page of Remit is, for a link. */
export function addressOf(path) {
  return remitRoot + path;
}

/** Reads from Remit; what the codes in the answer are called is known by then. */
export async function read(path) {
  wordsKnown = wordsKnown || receive('words').then(learn).catch(() => {
    wordsKnown = null;
  });
  const [answer] = await Promise.all([receive(path), wordsKnown]);
  return answer;
}

function receive(path) {
  return send(remitRoot + path);
}

/** Reads a table from Remit as CSV. */
export function readCsv(path) {
  return send(remitRoot + path, {headers: {Accept: 'text/csv'}});
}

/** Reads from the engine. */
export function ask(path) {
  return send(engineRoot + path);
}

/** Sends a task or a query to the engine. */
export function tell(path, body) {
  return send(engineRoot + path, posted(body));
}

/** Sends an order to Remit, by one of the routes that pages may use. */
export function order(path, body) {
  return send(remitRoot + path, posted(body));
}

/** Sends a file to Remit, by one of the routes that pages may use. */
export function upload(path, content, type) {
  return send(remitRoot + path, posted(content, type));
}

/** With the session's token against forged requests. */
function posted(body, type) {
  return {
    method: 'POST',
    headers: {'Content-Type': type || 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN')},
    body: type ? body : JSON.stringify(body)
  };
}

async function send(url, options = {}) {
  const answer = await fetch(url, {...options, credentials: 'same-origin',
    headers: {Accept: 'application/json', 'Accept-Language': language(), ...options.headers}});
  const text = await answer.text();
  const body = text && (answer.headers.get('Content-Type') || '').includes('json') ? JSON.parse(text) : text || null;
  if (!answer.ok) {
    const failed = new Error(body && (body.message || body.detail) || String(answer.status));
    failed.findings = body && body.findings || [];
    throw failed;
  }
  return body;
}

function cookie(name) {
  const found = document.cookie.split('; ').find(each => each.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}
