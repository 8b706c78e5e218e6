/** A request as an example shows it. */
export interface ExampleRequest {
  method: string;
  /** Whole, with its query. */
  url: string;
  /** Null: it needs none. Else the token itself, or what stands for one (`TOKEN_VARIABLE`). */
  token: string | null;
  body?: unknown;
}

export const LANGUAGES = ['curl', 'JavaScript', 'Python'] as const;
export type Language = (typeof LANGUAGES)[number];

/** In place of a token: the environment variable in which a program should have it. */
export const TOKEN_VARIABLE = '$MONITORS_TOKEN';

/** A request as a program in this language sends it, ready to be pasted. */
export function requestCode(language: Language, request: ExampleRequest): string {
  if (language === 'curl') return curlOf(request);
  return language === 'JavaScript' ? javaScriptOf(request) : pythonOf(request);
}

const shellText = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function curlOf({ method, url, token, body }: ExampleRequest): string {
  const auth =
    token === TOKEN_VARIABLE ? `"Authorization: Bearer ${token}"` : shellText(`Authorization: Bearer ${token}`);
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${shellText(url)}`,
    ...(token === null ? [] : [`-H ${auth}`]),
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d ${shellText(JSON.stringify(body, null, 2))}`]),
  ];
  return lines.join(' \\\n  ');
}

/** Of a string literal in JavaScript; JSON's is one of them. */
const scriptText = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

function javaScriptOf({ method, url, token, body }: ExampleRequest): string {
  const bearer = token === TOKEN_VARIABLE ? `\`Bearer \${process.env.MONITORS_TOKEN}\`` : scriptText(`Bearer ${token}`);
  const headers = [
    ...(token === null ? [] : [`Authorization: ${bearer}`]),
    ...(body === undefined ? [] : ["'Content-Type': 'application/json'"]),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(headers.length > 0 ? [`headers: { ${headers.join(', ')} }`] : []),
    ...(body === undefined ? [] : [`body: JSON.stringify(${indented(JSON.stringify(body, null, 2), '  ')})`]),
  ];
  const given = options.length > 0 ? `, {\n${options.map((option) => `  ${option},\n`).join('')}}` : '';
  return `const answer = await fetch(${scriptText(url)}${given});\nconsole.log(answer.status, await answer.json());`;
}

const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

function pythonOf({ method, url, token, body }: ExampleRequest): string {
  const isVariable = token === TOKEN_VARIABLE;
  const bearer = isVariable ? `f"Bearer {os.environ['MONITORS_TOKEN']}"` : JSON.stringify(`Bearer ${token}`);
  const given = [
    JSON.stringify(url),
    ...(token === null ? [] : [`headers={"Authorization": ${bearer}}`]),
    ...(body === undefined ? [] : [`json=${indented(pythonLiteral(body, 0), '    ')}`]),
    'timeout=150',
  ];
  const lines = [
    ...(isVariable ? ['import os'] : []),
    'import requests',
    '',
    `answer = requests.${method.toLowerCase()}(`,
    ...given.map((one) => `    ${one},`),
    ')',
    'print(answer.status_code, answer.json())',
  ];
  return lines.join('\n');
}

/** JSON as Python writes it: its own words for true, false and null. */
function pythonLiteral(value: unknown, depth: number): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((one) => pythonLiteral(one, depth + 1))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${pythonLiteral(one, depth + 1)}`);
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const inner = '    '.repeat(depth + 1);
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${'    '.repeat(depth)}${close}`;
}
