import { compareVersions, findVersions } from '@/domain/written/version';
import { type Candidate, candidatesOf, type Found, type Job } from './candidates';
import { saysAny } from './question';
import { refuseStrangers } from './rank';
import { fold } from './words';

const PRE_RELEASE = /(alpha|beta|rc|pre|preview|dev|canary|nightly|next|snapshot|milestone|insider)/;
const PRE_ASKED = [
  'beta',
  'alpha',
  'rc',
  'preview',
  'prerelease',
  'pre release',
  'nightly',
  'canary',
  'release candidate',
  'insider',
  'vorabversion',
];

/** Release numbers: what is called latest or stable first, else the newest of the item's releases. */
export function versionCandidates(job: Job): Candidate[] {
  const found = job.segments.flatMap((segment) =>
    /\d/.test(segment.text)
      ? findVersions(segment.text).map(
          (match): Found => ({
            start: segment.start + match.start,
            end: segment.start + match.end,
            value: { type: 'string', text: match.version, unit: 'version' },
          }),
        )
      : [],
  );
  const candidates = candidatesOf(job, found);
  for (const candidate of candidates) judge(job, candidate);
  refuseStrangers(job, candidates);
  preferPreReleases(job, candidates);
  refuseMentions(job, candidates);
  preferNewest(candidates);
  return candidates;
}

const LATEST =
  /(^|[^a-z])(latest|current|newest|stable|recommended|aktuell\w*|neueste\w*|stabile?|derniere|stable|ultima|actual|estable|stabile|atual|estavel|nieuwste|huidige|stabiele|最新|安定)([^a-z]|$)/;
/** The branch with the longest support is the one that is meant only by who asks for it. */
const LTS = /(^|[^a-z])(lts|long[- ]term)([^a-z]|$)/;
const LTS_ASKED = ['lts', 'long term', 'stable', 'stabil', 'estable', 'stabile', 'estavel', 'stabiele'];

const OTHER_USE =
  /(^|[^a-z])(requires?|needs?|since|from|upgrade (from|to)|upgrading from|previous|older|deprecated in|removed in|added in|introduced in|compatible with|works with|supports?|python|node|node\.js|java|php|ruby|go|windows|macos|ios|android|ubuntu|debian|license|ab|seit|benotigt|vorherige|depuis|necessite|requiere|desde|richiede|requer|vereist|end of life|eol|unsupported)\W{0,3}(v|version)?\W{0,3}([<>=^~]+\s?)?$/;

function judge(job: Job, candidate: Candidate): void {
  const { context, value } = candidate;
  if (value.type !== 'string') return;
  const near = fold(`${context.before.slice(-60)} ${candidate.quote} ${context.after.slice(0, 40)}`);
  const pre =
    PRE_RELEASE.test(value.text.toLowerCase()) ||
    /(^|[^a-z])(pre-?release|beta|alpha|nightly|canary|preview|release candidate)([^a-z]|$)/.test(near);
  if (pre !== saysAny(job.asked, PRE_ASKED)) {
    if (pre) candidate.refusal ??= 'it is a pre-release';
    else candidate.prior -= 0.5;
  }
  const before = fold(context.before).slice(-50);
  const nameBefore = job.asked.item.some((word) => word.forms.some((form) => before.trim().endsWith(form)));
  if (!nameBefore && OTHER_USE.test(before)) candidate.refusal ??= 'it is named as a requirement or a former release';
  const line = job.page.text.slice(context.segment?.start ?? candidate.span.start, candidate.span.start);
  if (NEEDED.test(fold(line))) candidate.refusal ??= 'it is named as a requirement or a former release';
  if (!nameBefore && isOtherName(line)) candidate.prior -= 1.5;
  const spoken = `${near} ${context.labels
    .filter(({ from }) => from !== 'after')
    .map(({ text }) => fold(text))
    .join(' ')}`;
  const isLts = LTS.test(spoken) && saysAny(job.asked, LTS_ASKED);
  if (LATEST.test(spoken) || isLts) candidate.prior += 1.5;
  // "Version 7.11.2" says what it is; "12.4K ratings", "4.8 stars" and "88.1 MB" say that they are something else.
  if (/^\p{L}{3,}/u.test(candidate.quote)) candidate.prior += 1.2;
  const behind = `${/[kKmM]$/.exec(value.text)?.[0] ?? ''}${fold(context.after)}`;
  if (
    /^[km]?\s*(ratings?|reviews?|votes|stars?|out of|downloads?|installs?|users|★|⭐|[kmg]i?b([^a-z]|$)|bewertungen|avis|%)/.test(
      behind,
    )
  )
    candidate.refusal ??= 'it counts or measures something else';
  const heading = job.page.headings.find(
    (head) => head.start <= candidate.span.start && candidate.span.end <= head.end,
  );
  if (heading !== undefined) candidate.prior += 0.5;
  if ((context.segment?.text.length ?? 0) > 140) candidate.prior -= 0.6;
  if (/^(19|20)\d\d$/.test(value.text)) candidate.prior -= 1;
}

/** Where releases have headings of their own, a number far into a sentence below them only speaks of a release. */
function refuseMentions(job: Job, candidates: Candidate[]): void {
  const isHeaded = ({ span }: Candidate): boolean =>
    job.page.headings.some((head) => head.start <= span.start && span.end <= head.end);
  if (!candidates.some((one) => isHeaded(one))) return;
  for (const candidate of candidates) {
    if (candidate.refusal !== null || isHeaded(candidate) || candidate.context.cell !== null) continue;
    const start = candidate.context.segment?.start ?? candidate.span.start;
    const line = fold(job.page.text.slice(start, candidate.span.start));
    if ((line.match(/[a-z]{2,}/g) ?? []).length >= 2 && !LATEST.test(line) && !/(^|[^a-z])v(ersion)?\W*$/.test(line))
      candidate.refusal = 'a text only mentions it: the releases stand in headings';
  }
}

const NEEDED =
  /(^|[^a-z])(requires?|requiring|needs?|compatible with|tested (with|on|up to)|works with|depends on|bump(s|ed)?|upgraded?|benotigt|voraussetzung|getestet mit|necessite|requiere|richiede|requer|vereist)([^a-z][^.;]{0,120})?$/;
const RELEASE_WORDS =
  /^(?:version|release|update|build|stable|latest|current|lts|firmware|v|ver|patch|neue?|aktuelle?)$/i;

/** "MariaDB 10.6": a name with a capital right before a number in a sentence is what the number is of. */
function isOtherName(line: string): boolean {
  const [, name = ''] = /[\p{L}\d,.)] (\p{Lu}[\p{L}.]{2,})\s+$/u.exec(line) ?? [];
  return name !== '' && !RELEASE_WORDS.test(name);
}

/** Who asks for pre-releases means those, where the page has any. */
function preferPreReleases(job: Job, candidates: Candidate[]): void {
  const isPre = ({ value }: Candidate): boolean =>
    value.type === 'string' && PRE_RELEASE.test(value.text.toLowerCase());
  if (!saysAny(job.asked, PRE_ASKED) || !candidates.some((one) => one.refusal === null && isPre(one))) return;
  for (const candidate of candidates) if (!isPre(candidate)) candidate.refusal ??= 'it is no pre-release';
}

function preferNewest(candidates: Candidate[]): void {
  let newest: Candidate | null = null;
  for (const candidate of candidates) {
    if (candidate.refusal !== null || candidate.value.type !== 'string') continue;
    if ((candidate.context.segment?.text.length ?? 0) > 140) continue;
    if (
      newest === null ||
      (newest.value.type === 'string' && compareVersions(candidate.value.text, newest.value.text) > 0)
    ) {
      newest = candidate;
    }
  }
  if (newest === null) return;
  for (const candidate of candidates) {
    if (
      candidate.value.type === 'string' &&
      newest.value.type === 'string' &&
      candidate.value.text === newest.value.text
    )
      candidate.prior += 0.6;
  }
}
