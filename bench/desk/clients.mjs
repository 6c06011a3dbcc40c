// SPDX-License-Identifier: Apache-2.0
// Clerks at their desks: each signs in, then receives a dossier every so often. A time counts from the moment at which the
// clerk wanted to send, so that a slow answer does not hide the ones that had to wait behind it.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import process from 'node:process';

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const agent = new Agent({ keepAlive: true });
let desk;
let sessions = [];

process.on('message', (orders) => {
  obey(orders).then(
    (answer) => process.send(answer),
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

/** The first order says where and who; the others how many receptions a second, and for how long. */
async function obey(orders) {
  if (desk) return receive(orders);
  desk = orders;
  for (const clerk of desk.clerks) sessions = [...sessions, await signIn(desk.url, agent, clerk)];
  return {};
}

async function receive({ perSecond, seconds }) {
  const { url, clerks, procedureIds, papers } = desk;
  const result = { codes: [], times: [], refused: {}, cpuMs: 0, seconds: 0 };
  const spent = process.cpuUsage();
  const began = performance.now();
  const pause = perSecond > 0 ? (clerks.length * 1_000) / perSecond : 0;
  await Promise.all(
    clerks.map(async (clerk, index) => {
      for (let round = 0; ; round += 1) {
        const wanted = pause > 0 ? began + pause * (round + index / clerks.length) : performance.now();
        if (wanted - began >= seconds * 1_000) return;
        if (wanted > performance.now()) await wait(wanted - performance.now());
        const body = receptionOf(clerk, procedureIds, papers, index * 100_000 + round);
        const { status, text } = await send(url, agent, '/api/dossiers', body, { cookie: sessions[index] });
        result.times.push(performance.now() - wanted);
        if (status === 201) result.codes.push(JSON.parse(text).code);
        else result.refused[`${status} ${text.slice(0, 200)}`] = (result.refused[`${status} ${text.slice(0, 200)}`] ?? 0) + 1;
      }
    }),
  );
  result.seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(spent);
  result.cpuMs = (user + system) / 1_000;
  return result;
}

function receptionOf({ unitId }, procedureIds, papers, number) {
  return {
    unitId,
    procedureId: procedureIds[(number * 7_919) % procedureIds.length],
    channel: 1 + (number % 3),
    applicant: {
      name: 'Lò Thị Xuân',
      kind: 1,
      identityNumber: String(11_000_000_000 + number).padStart(12, '0'),
      phone: '0912345678',
      address: 'Bản Co Muông, xã Đo, tỉnh Đo Tốc Độ',
      ...(number % 10 === 0 ? { email: `nguoi-nop-${number}@example.vn` } : {}),
    },
    subject: 'Cấp bản sao trích lục hộ tịch',
    papers: papers.map((code) => ({ code, originals: 1, copies: 0, handed: true })),
    requestId: randomUUID(),
  };
}

async function signIn(url, agent, { email, password }) {
  const { status, headers, text } = await send(url, agent, '/api/auth/sign-in/email', { email, password }, {});
  if (status !== 200) throw new Error(`sign-in answered ${status} ${text}`);
  return headers['set-cookie'].map((cookie) => cookie.split(';')[0]).join('; ');
}

function send(url, agent, path, body, headers) {
  const payload = JSON.stringify(body);
  return new Promise((done, failed) => {
    const sent = request(
      new URL(path, url),
      { agent, method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece) => {
          text += piece;
        });
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
      },
    );
    sent.on('error', failed);
    sent.end(payload);
  });
}
