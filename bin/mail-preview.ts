import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { samplePicture } from './mail-picture';
import { indexPage, inScheme, SCHEMES, samplePage, withPictures } from './mail-preview-pages';
import { type MailSample, mailSamples } from './mail-samples';

// `npm run mail:preview`: every email on this machine alone, at 320 and 640 pixels, light and dark, with its subject
// and its plain text. `-- --port 4000` chooses the port, `-- --out <folder>` writes files instead.

type Page = () => Promise<string>;

/** Paths without the first slash, and what stands there. */
async function pages(samples: readonly MailSample[]): Promise<Map<string, Page>> {
  const picture = `data:image/jpeg;base64,${Buffer.from(await samplePicture()).toString('base64')}`;
  const all = new Map<string, Page>([
    ['index.html', async () => indexPage(await Promise.all(samples.map(async (one) => summary(one))))],
  ]);
  for (const sample of samples) {
    all.set(`${sample.name}.html`, async () => samplePage(sample.name, await sample.render()));
    for (const scheme of SCHEMES)
      all.set(`mails/${sample.name}-${scheme}.html`, async () =>
        inScheme(withPictures((await sample.render()).html, picture), scheme),
      );
  }
  return all;
}

async function summary(sample: MailSample): Promise<{ name: string; subject: string; bytes: number }> {
  const { subject, html } = await sample.render();
  return { name: sample.name, subject, bytes: Buffer.byteLength(html) };
}

async function writeAll(folder: string): Promise<void> {
  for (const [path, page] of await pages(mailSamples())) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await page());
  }
  console.log(`Written: open ${join(folder, 'index.html')}`);
}

async function serve(port: number): Promise<void> {
  const all = await pages(mailSamples());
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const page = all.get(path === '' ? 'index.html' : path);
    if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such email.');
      return;
    }
    page().then(
      (html) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
      (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  console.log(`All emails: http://127.0.0.1:${(server.address() as AddressInfo).port}/ (ends with Ctrl-C)`);
}

function portOf(written: string | undefined): number {
  const port = Number(written ?? '4100');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port is no port: ${written}`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, out: { type: 'string' } } });
  await (values.out === undefined ? serve(portOf(values.port)) : writeAll(values.out));
}

main().catch((error: unknown) => {
  console.error(`mail:preview stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
