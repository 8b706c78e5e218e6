import { z } from 'zod';
import type { Person } from '@/domain/account/person';
import { Interpretation } from '@/domain/contract/interpretation';
import { PointCandidate } from '@/domain/contract/pointing';
import { ReaderName } from '@/domain/contract/reading';
import { SourceProposal } from '@/domain/contract/source-proposal';
import { Outcome } from '@/domain/outcome-schema';
import { FactValue } from '@/domain/value/value';
import { noticeRefusal } from '@/flows/account/notice-abuse';
import type { Deps } from '@/flows/deps';
import type { Preview } from '@/flows/monitors/preview-monitor';
import type { PreviewedReading } from '@/flows/monitors/previewed-reading';

const Candidate = z.strictObject({ quote: z.string(), value: FactValue.nullable(), reason: z.string() });

export const ReadingView = z.strictObject({
  outcome: Outcome,
  value: FactValue.nullable(),
  quote: z.string().nullable(),
  source: z.string(),
  /** data: URL of the picture that proves the value. */
  crop: z.strictObject({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
  refused: z.array(Candidate),
  candidates: z.array(Candidate),
  reader: ReaderName.nullable(),
  conditionMet: z.boolean().nullable(),
  wouldFire: z.boolean(),
  sentence: z.string(),
  message: z.string().nullable(),
  /** Why it cannot be saved as it is, and what to do. */
  obstacle: z
    .strictObject({
      reason: z.enum(['not_comparable', 'unrelated_text']),
      message: z.string(),
      unit: z.string().nullable(),
    })
    .nullable(),
});

export const PreviewView = z.strictObject({
  /** For `create`, which makes what was read the first reading; null where nothing was. */
  id: z.uuid().nullable(),
  interpretation: Interpretation,
  triggerCondition: z.string(),
  /** Null for the contract that a monitor has. */
  interpretedBy: ReaderName.nullable(),
  isSure: z.boolean(),
  note: z.string().nullable(),
  alternatives: z.array(z.strictObject({ interpretation: Interpretation, triggerCondition: z.string() })),
  reading: ReadingView.nullable(),
  /** What the person may point at; its picture is at /api/previews/{id}/picture for an hour. */
  page: z
    .strictObject({
      picture: z.strictObject({ url: z.string(), width: z.number(), height: z.number() }).nullable(),
      candidates: z.array(PointCandidate),
    })
    .nullable(),
  proposals: z.array(SourceProposal),
});

/** Counts an address that is not allowed: too many of them are a pattern. */
export async function noticed(
  { deps, person }: { deps: Deps; person: Pick<Person, 'id'> },
  preview: Preview,
): Promise<Preview> {
  if (preview.reading?.outcome === 'url_refused')
    await noticeRefusal(deps, { personId: person.id, pattern: 'refused_urls' });
  return preview;
}

export function viewPreview({ reading, page, ...preview }: Preview): z.infer<typeof PreviewView> {
  const picture = page?.picture && preview.id && { ...page.picture, url: `/api/previews/${preview.id}/picture` };
  return {
    ...preview,
    reading: reading && viewReading(reading),
    page: page && { candidates: page.candidates, picture: picture || null },
  };
}

export function viewReading(reading: PreviewedReading): z.infer<typeof ReadingView> {
  const { crop } = reading;
  const url = crop && `data:${crop.mediaType};base64,${Buffer.from(crop.bytes).toString('base64')}`;
  return { ...reading, crop: crop && url ? { url, width: crop.width, height: crop.height } : null };
}
