/** Rebuilds the frequent terms. */
export async function refreshTerms(_transaction: unknown): Promise<void> {
  // comes with the suggestions
}
