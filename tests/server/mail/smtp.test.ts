/** Letters through a real SMTP conversation, with a mail server that writes down what it hears. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createSmtpMail, type SmtpMail } from '../../../server/mail/smtp.ts';

const FROM = 'Insieme <insieme@nodo.example>';
let server: Server;
let mail: SmtpMail;
afterEach(() => {
  mail.close();
  server.close();
});

/** Speaks just enough SMTP to take a letter, or to refuse one. */
async function mailServer(refuse = false): Promise<{ url: string; heard: () => string }> {
  let heard = '';
  server = createServer(socket => {
    let inData = false;
    say(socket, '220 hello');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      heard += chunk;
      for (const line of chunk.split('\r\n').filter(each => each !== '' || inData)) {
        if (inData) {
          if (line === '.') { inData = false; say(socket, '250 taken'); }
        } else if (/^DATA/.test(line)) { inData = true; say(socket, '354 go on'); }
        else if (/^RCPT/.test(line) && refuse) say(socket, '550 nobody here');
        else if (/^QUIT/.test(line)) socket.end('221 bye\r\n');
        else say(socket, '250 fine');
      }
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, heard: () => heard };
}

const say = (socket: Socket, line: string) => socket.write(`${line}\r\n`);

describe('a letter', () => {
  test('arrives as plain text, from us, to one address', async () => {
    const { url, heard } = await mailServer();
    mail = createSmtpMail(url, FROM);
    await mail.send({ to: 'paolo@modastile.example', subject: 'Il tuo link per accedere a Insieme', text: 'Ciao Paolo,\n\nhttp://localhost:3000/x\n' });
    expect(heard()).toMatch(/MAIL FROM:<insieme@nodo\.example>/);
    expect(heard().match(/RCPT TO:/g)).toHaveLength(1);
    expect(heard()).toContain('RCPT TO:<paolo@modastile.example>');
    expect(heard()).toMatch(/^Subject: Il tuo link per accedere a Insieme\r?$/m);
    expect(heard()).toMatch(/^Content-Type: text\/plain/m);
    expect(heard()).toContain('Ciao Paolo,');
    expect(heard()).not.toContain('text/html');
  });

  test.each([
    ['subject', { subject: 'Hello\r\nBcc: evil@evil.example\r\n\r\nbody' }],
    ['address', { to: 'paolo@modastile.example\r\nBcc: evil@evil.example' }],
  ])('cannot get another reader through its %s', async (_what, more) => {
    const { url, heard } = await mailServer();
    mail = createSmtpMail(url, FROM);
    await mail.send({ to: 'paolo@modastile.example', subject: 'Hello', text: 'x', ...more }).catch((error: unknown) => error);
    expect(heard()).not.toMatch(/^Bcc:/m);
    expect(heard()).not.toMatch(/^RCPT TO:<evil@evil\.example>/m);
  });

  test('that the mail server refuses is an error for whoever sent it', async () => {
    const { url } = await mailServer(true);
    mail = createSmtpMail(url, FROM);
    await expect(mail.send({ to: 'nobody@modastile.example', subject: 'Hello', text: 'x' })).rejects.toThrow('550 nobody here');
  });
});
