/** Whether two tags are the same: "Shoes" and "shoes" are. */
export function sameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
