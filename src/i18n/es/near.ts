/** Textos de lo que se cuenta de cerca: se cargan al acercarse. */
export const near = {
  crashed: 'caída',
  draining: 'se retira, quedan',
} as const;
