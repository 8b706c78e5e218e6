/** The content id of the picture of an evaluation's fact, as HTML names it after "cid:". */
export function pictureCid(evaluationId: string): string {
  return `picture-${evaluationId}@monitors`;
}
