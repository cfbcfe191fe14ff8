// A message centre to test against. It takes what is submitted by SMPP 3.4, writes a log of JSON lines, and does what
// the last two digits of the destination ask for:
//
//   10  is too busy the first time (ESME_RTHROTTLED), takes it the second
//   11  has its queue full (ESME_RMSGQFUL), always
//   12  is too busy for the second part of a long text, once
//   13  is too busy for the first part of a long text, once
//   14  takes the first part of a long text, and is always too busy for the others
//   20  refuses the number (ESME_RINVDSTADR)
//   21  refuses with a code of its own (0x00000400)
//   22  takes the parts of a long text, but refuses the second (ESME_RSYSERR)
//   23  takes the parts of a long text, but refuses the first (ESME_RSYSERR)
//   30  takes it and breaks the connection instead of answering
//   31  takes it and never answers
//   32  takes it, answers the first part, and breaks the connection a moment later instead of answering
//      the second
//   33  takes it, but never answers the first part
//   51  sends a receipt UNDELIV, error 001 (unknown subscriber)
//   52  sends a receipt EXPIRED, error 006
//   53  sends the receipt before it answers the submission
//   54  sends a receipt in SMPP's parameters, without text
//   55  sends the receipt twice, after one that says ENROUTE
//
// Any other number gets a receipt DELIVRD where one is asked for.
//
//   node smsc.mjs --port 2775 --log smsc.log [--system-id remit] [--password secret] [--answer-delay-ms 0]
//                 [--no-receipts] [--hex-ids] [--answer-together] [--tls-key key.pem --tls-cert cert.pem]
//
// With --answer-together it answers no part of a long text before all are there, and then the last part first.
// --port 0 takes a free one and logs it. Each line of standard input sends a text to whoever is bound:
//   {"from": "34911234567", "text": "STOP", "coding": 0 | 8, "id": "..."}
//   {"from": "34911234567", "parts": ["...", "..."], "coding": 0 | 8, "reference": 7, "sar": true | false}
// and it ends when standard input does.

import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import smpp from 'smpp';

const { values: options } = parseArgs({
  options: {
    'port': { type: 'string', default: '2775' },
    'log': { type: 'string' },
    'system-id': { type: 'string', default: 'remit' },
    'password': { type: 'string', default: 'secret' },
    'answer-delay-ms': { type: 'string', default: '0' },
    'no-receipts': { type: 'boolean', default: false },
    'hex-ids': { type: 'boolean', default: false },
    'answer-together': { type: 'boolean', default: false },
    'tls-key': { type: 'string' },
    'tls-cert': { type: 'string' },
  },
});

const GSM_CONCATENATION = 0x00;
const RECEIPT = 0x04;
const answerDelay = Number(options['answer-delay-ms']);
const log = options.log ? createWriteStream(options.log, { flags: 'a' }) : process.stdout;
const bound = new Set();
const seen = new Map();
const longTexts = new Map();
const held = new Map();
let lastId = 1000000 + Math.floor(Math.random() * 1000000);

function write(event, details) {
  log.write(JSON.stringify({ event, ...details }) + '\n');
}

/** How often this destination was asked for, this time included. */
function times(destination) {
  seen.set(destination, (seen.get(destination) ?? 0) + 1);
  return seen.get(destination);
}

function placeOf(pdu) {
  const header = (pdu.short_message.udh ?? []).find(element => element[0] === GSM_CONCATENATION);
  if (header) {
    return { reference: header[2], count: header[3], number: header[4] };
  }
  return pdu.sar_total_segments
    ? { reference: pdu.sar_msg_ref_num, count: pdu.sar_total_segments, number: pdu.sar_segment_seqnum }
    : { reference: null, count: 1, number: 1 };
}

/** What the submission is answered with: a status, or nothing. */
function statusOf(destination, place) {
  switch (destination.slice(-2)) {
    case '10': return times(destination) === 1 ? smpp.ESME_RTHROTTLED : smpp.ESME_ROK;
    case '11': return smpp.ESME_RMSGQFUL;
    case '12': return place.number === 2 && times(destination) === 1 ? smpp.ESME_RTHROTTLED : smpp.ESME_ROK;
    case '13': return place.number === 1 && times(destination) === 1 ? smpp.ESME_RTHROTTLED : smpp.ESME_ROK;
    case '14': return place.number > 1 ? smpp.ESME_RTHROTTLED : smpp.ESME_ROK;
    case '20': return smpp.ESME_RINVDSTADR;
    case '21': return 0x400;
    case '22': return place.number === 2 ? smpp.ESME_RSYSERR : smpp.ESME_ROK;
    case '23': return place.number === 1 ? smpp.ESME_RSYSERR : smpp.ESME_ROK;
    default: return smpp.ESME_ROK;
  }
}

function put(pdu, place, id) {
  const name = `${pdu.destination_addr}/${place.reference}/${place.count}`;
  const parts = longTexts.get(name) ?? [];
  parts[place.number - 1] = pdu.short_message.message;
  longTexts.set(name, parts);
  if (parts.filter(part => part !== undefined).length === place.count) {
    longTexts.delete(name);
    write('message', { destination: pdu.destination_addr, text: parts.join(''), parts: place.count, id });
  }
}

function receiptText(id, state, error, delivered) {
  const receiptId = options['hex-ids'] ? String(parseInt(id, 16)).padStart(10, '0') : id;
  return `id:${receiptId} sub:001 dlvrd:${delivered} submit date:2603020900 done date:2603020901 stat:${state}`
    + ` err:${error} text:stat:FOOLED id:1`;
}

function deliver(session, pdu, what) {
  session.deliver_sm(pdu, answer => write('delivered', { what, status: answer.command_status }));
}

function receipt(session, pdu, id, state = 'DELIVRD', error = '000') {
  deliver(session, {
    source_addr_ton: 1, source_addr_npi: 1, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr,
    esm_class: RECEIPT, data_coding: 0,
    short_message: Buffer.from(receiptText(id, state, error, state === 'DELIVRD' ? '001' : '000'), 'latin1'),
  }, `receipt ${state}`);
}

function receiptInParameters(session, pdu, id) {
  deliver(session, {
    source_addr_ton: 1, source_addr_npi: 1, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr,
    esm_class: RECEIPT, receipted_message_id: id, message_state: 5, network_error_code: Buffer.from([3, 0, 1]),
  }, 'receipt in parameters');
}

function receipts(session, pdu, id) {
  switch (pdu.destination_addr.slice(-2)) {
    case '51': return receipt(session, pdu, id, 'UNDELIV', '001');
    case '52': return receipt(session, pdu, id, 'EXPIRED', '006');
    case '54': return receiptInParameters(session, pdu, id);
    case '55':
      receipt(session, pdu, id, 'ENROUTE');
      receipt(session, pdu, id);
      return receipt(session, pdu, id);
    default: return receipt(session, pdu, id);
  }
}

/** Keeps an answer until those to all parts are there; to a part that comes again later it is given at once. */
function answerTogether(text, parts, answer) {
  const answers = [...held.get(text) ?? [], answer];
  held.set(text, answers);
  if (answers.length === parts) {
    [...answers].reverse().forEach(each => each());
  } else if (answers.length > parts) {
    answer();
  }
}

function submitted(session, pdu) {
  const place = placeOf(pdu);
  const ending = pdu.destination_addr.slice(-2);
  const status = statusOf(pdu.destination_addr, place);
  const id = options['hex-ids'] ? (++lastId).toString(16).toUpperCase() : String(++lastId);
  write('submit', {
    source: pdu.source_addr, sourceTon: pdu.source_addr_ton, destination: pdu.destination_addr, status,
    destinationTon: pdu.dest_addr_ton, dataCoding: pdu.data_coding, esmClass: pdu.esm_class,
    udh: (pdu.short_message.udh ?? []).map(element => element.toString('hex')).join(' '),
    text: pdu.short_message.message, part: place.number, parts: place.count, id,
    receiptAsked: (pdu.registered_delivery & 3) !== 0, reference: pdu.user_message_reference,
  });
  if (status === smpp.ESME_ROK) {
    put(pdu, place, id);
  }
  if (ending === '30') {
    session.destroy();
    return;
  }
  if (ending === '32' && place.number === 2) {
    setTimeout(() => session.destroy(), 200);
    return;
  }
  if (ending === '31' || ending === '33' && place.number === 1) {
    return;
  }
  const wanted = status === smpp.ESME_ROK && (pdu.registered_delivery & 3) !== 0 && !options['no-receipts'];
  if (wanted && ending === '53') {
    receipt(session, pdu, id);
  }
  const answer = () => {
    session.send(pdu.response(status === smpp.ESME_ROK ? { message_id: id } : { command_status: status }));
    write('answer', { part: place.number });
    if (wanted && ending !== '53') {
      receipts(session, pdu, id);
    }
  };
  if (options['answer-together'] && place.count > 1) {
    answerTogether(`${pdu.destination_addr}/${place.reference}`, place.count, answer);
  } else if (ending === '53') {
    setTimeout(answer, 500);
  } else if (answerDelay > 0) {
    setTimeout(answer, answerDelay);
  } else {
    answer();
  }
}

function bind(session, pdu) {
  const status = pdu.system_id !== options['system-id'] ? smpp.ESME_RINVSYSID
    : pdu.password !== options.password ? smpp.ESME_RINVPASWD : smpp.ESME_ROK;
  write('bind', { systemId: pdu.system_id, systemType: pdu.system_type, version: pdu.interface_version, status });
  session.send(pdu.response(status === smpp.ESME_ROK ? { system_id: 'smsc' } : { command_status: status }));
  if (status === smpp.ESME_ROK) {
    bound.add(session);
  }
}

function serve(session) {
  write('connected', {});
  session.on('bind_transceiver', pdu => bind(session, pdu));
  session.on('submit_sm', pdu => submitted(session, pdu));
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => {
    write('unbind', {});
    session.send(pdu.response());
  });
  session.on('close', () => {
    bound.delete(session);
    write('closed', {});
  });
  session.on('error', error => write('error', { message: error.message }));
}

/** Sends a text, or the parts of one, to whoever is bound. */
function send(text) {
  const parts = text.parts ?? [text.text];
  parts.forEach((part, index) => {
    const pdu = {
      source_addr_ton: text.ton ?? 1, source_addr_npi: 1, source_addr: text.from, destination_addr: '12345',
      data_coding: text.coding ?? 0, short_message: { message: part },
    };
    if (parts.length > 1 && text.sar) {
      Object.assign(pdu, { sar_msg_ref_num: text.reference, sar_total_segments: parts.length,
        sar_segment_seqnum: index + 1 });
    } else if (parts.length > 1) {
      pdu.short_message.udh = Buffer.from([5, GSM_CONCATENATION, 3, text.reference, parts.length, index + 1]);
    }
    if (text.id) {
      pdu.receipted_message_id = text.id;
    }
    bound.forEach(session => deliver(session, { ...pdu }, 'text'));
  });
}

const tls = options['tls-key']
  ? { key: readFileSync(options['tls-key']), cert: readFileSync(options['tls-cert']) } : {};
const server = smpp.createServer(tls, serve);
server.on('tlsClientError', error => write('tls-error', { message: error.message }));
server.listen(Number(options.port), '127.0.0.1', () => write('listening', { port: server.address().port }));

const commands = createInterface({ input: process.stdin });
commands.on('line', line => send(JSON.parse(line)));
commands.on('close', () => process.exit(0));
