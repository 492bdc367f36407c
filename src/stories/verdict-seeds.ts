/** With so many seeds, 1 to this, the verdict of every story is checked. */
export const verdictSeedCount = 30;
