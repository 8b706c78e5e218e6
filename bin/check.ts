import { parseArgs } from 'node:util';
import { PreviewInput } from '@/domain/contract/monitor-input';
import { DomainError } from '@/domain/errors';
import { formatValue } from '@/domain/value/fact-value';
import { type Preview, previewMonitor } from '@/flows/monitors/preview-monitor';
import { createPreviewTurns } from '@/flows/monitors/preview-turns';
import { openReadingDeps } from './reading-deps';

const USAGE = `npm run check -- "Tell me when the … costs less than $300 https://shop.example/page"
  [--url https://…] [--json]
Shows what a monitor of this sentence would be and what its page says now. Saves nothing.
Ends with 0 when a value was read or its absence proven, with 1 and the outcome's name otherwise.`;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, url: { type: 'string' }, help: { type: 'boolean' } },
});

if (options.help || positionals.length === 0) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 1);
}
process.exit(await check(positionals.join(' '), options.url));

async function check(prompt: string, url: string | undefined): Promise<number> {
  const input = PreviewInput.safeParse({ prompt, ...(url ? { source: url } : {}) });
  if (!input.success) return fail('invalid', input.error.issues[0]?.message ?? 'The sentence is not right.');
  const deps = await openReadingDeps();
  const settings = {
    evaluationDeadlineMs: 100_000,
    appUrl: '',
    refreshIntervalMs: 0,
    refreshesPerDay: 0,
    leaseMs: 0,
    confirmEmailMs: 0,
  };
  try {
    return show(
      deps.samplesAt,
      await previewMonitor(
        { ...deps, db: null, settings, previewTurns: createPreviewTurns() },
        { userId: null, ...input.data },
      ),
    );
  } catch (error) {
    if (error instanceof DomainError) return fail(error.reason, error.message);
    throw error;
  } finally {
    await deps.close();
  }
}

function fail(outcome: string, message: string): number {
  console.log(options.json ? JSON.stringify({ outcome, message }) : `${outcome}: ${message}`);
  return 1;
}

function show(samplesAt: string | null, preview: Preview): number {
  const hint = samplesHint(preview, samplesAt);
  if (options.json) {
    const { reading } = preview;
    console.log(
      JSON.stringify({ ...preview, reading: reading && { ...reading, crop: undefined }, hint: hint ?? undefined }),
    );
  } else console.log([...lines(preview), ...(hint ? [`Hint       ${hint}`] : [])].join('\n'));
  const outcome = preview.reading?.outcome ?? 'source_missing';
  return outcome === 'value' || outcome === 'absent' ? 0 : 1;
}

function lines({ interpretation, triggerCondition, reading }: Preview): string[] {
  const { type, fact, factType, unit, sources, clarification } = interpretation;
  const contract = [
    `Monitor    ${interpretation.suggestedName}`,
    `Type       ${type}`,
    `Fact       ${fact} (${factType}${unit ? `, ${unit}` : ''})`,
    `Trigger    ${triggerCondition}`,
    `Source     ${sources[0] ?? 'none: add the address of the page with --url'}`,
    ...(clarification ? [`Question   ${clarification.question}`] : []),
    ...(clarification?.choices ?? []).map((choice) => `           - ${choice.prompt}`),
  ];
  if (reading === null) return contract;
  return [
    ...contract,
    '',
    `Outcome    ${reading.outcome}`,
    ...(reading.value ? [`Value      ${formatValue(reading.value)}`] : []),
    ...(reading.quote ? [`Quote      “${reading.quote}”`] : []),
    `Decision   ${reading.sentence}`,
    ...(reading.reader ? [`Reader     ${reading.reader}`] : []),
    ...reading.refused.slice(0, 8).map((candidate) => `Refused    “${candidate.quote}”: ${candidate.reason}`),
  ];
}

type Tried = Pick<Preview, 'interpretation' | 'reading'>;

/**
 * What to do where an address of this machine was not read: of it, only the sample shop of the running app is.
 * `samplesAt` is where that would be, null where there is none. Null where there is nothing to say.
 */
function samplesHint({ interpretation, reading }: Tried, samplesAt: string | null): string | null {
  const source = interpretation.sources.find((address) => URL.canParse(address)) ?? null;
  if (reading === null || source === null || !LOOPBACK.test(new URL(source).hostname)) return null;
  if (samplesAt === null)
    return 'The sample shop is there only while DATABASE_URL is not set. Unset it, then npm start.';
  if (source.startsWith(samplesAt)) {
    return reading.outcome === 'unavailable' ? 'The app does not answer there. Start it with npm start.' : null;
  }
  if (reading.outcome !== 'url_refused') return null;
  const start = 'If your app has another port, start it with npm start in this folder, or set PORT to it.';
  return `Of this machine only the app's sample shop is read, at ${samplesAt}. ${start}`;
}
