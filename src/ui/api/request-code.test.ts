import { expect, it } from 'vitest';
import { LANGUAGES, requestCode, TOKEN_VARIABLE } from './request-code';

const url = 'https://monitors.example/api/monitors';
const body = { prompt: `Tell me when Ada's "One" is cheaper`, alertIfAlreadyTrue: true, name: null, tags: [1] };

it('writes a request with a body and the token from the environment', () => {
  const request = { method: 'POST', url, token: TOKEN_VARIABLE, body };
  expect(requestCode('curl', request)).toBe(
    [
      `curl -X POST '${url}' \\`,
      '  -H "Authorization: Bearer $MONITORS_TOKEN" \\',
      "  -H 'Content-Type: application/json' \\",
      "  -d '{",
      `  "prompt": "Tell me when Ada'\\''s \\"One\\" is cheaper",`,
      '  "alertIfAlreadyTrue": true,',
      '  "name": null,',
      '  "tags": [',
      '    1',
      '  ]',
      "}'",
    ].join('\n'),
  );
  expect(requestCode('Python', request)).toBe(
    [
      'import os',
      'import requests',
      '',
      'answer = requests.post(',
      `    "${url}",`,
      `    headers={"Authorization": f"Bearer {os.environ['MONITORS_TOKEN']}"},`,
      '    json={',
      `        "prompt": "Tell me when Ada's \\"One\\" is cheaper",`,
      '        "alertIfAlreadyTrue": True,',
      '        "name": None,',
      '        "tags": [',
      '            1,',
      '        ],',
      '    },',
      '    timeout=150,',
      ')',
      'print(answer.status_code, answer.json())',
    ].join('\n'),
  );
});

it('writes JavaScript that sends just that', async () => {
  const sent: unknown[] = [];
  const fetched = async (...given: unknown[]) => {
    sent.push(...given);
    return { status: 200, json: async () => ({}) };
  };
  const code = requestCode('JavaScript', { method: 'POST', url: `${url}?a='b'&c="d"`, token: "it's", body });
  const run = new Function('fetch', 'console', `return (async () => { ${code} })()`);
  await run(fetched, { log: () => undefined });
  expect(sent).toEqual([
    `${url}?a='b'&c="d"`,
    {
      method: 'POST',
      headers: { Authorization: "Bearer it's", 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    },
  ]);
});

it('leaves out what a request has not', () => {
  const [curl, script, python] = LANGUAGES.map((one) => requestCode(one, { method: 'GET', url, token: null }));
  expect(curl).toBe(`curl '${url}'`);
  expect(script).toBe(`const answer = await fetch('${url}');\nconsole.log(answer.status, await answer.json());`);
  expect(python?.split('\n').slice(0, 4)).toEqual(['import requests', '', 'answer = requests.get(', `    "${url}",`]);
});
