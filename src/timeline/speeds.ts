/** Simulated seconds per second of the watcher. */
export const speeds = [
  { value: '0.25', label: '¼×' },
  { value: '1', label: '1×' },
  { value: '10', label: '10×' },
  { value: '60', label: '60×' },
] as const;

/** Those that are asked for less often. */
export const moreSpeeds = [
  { value: '2', label: '2×' },
  { value: '5', label: '5×' },
  { value: '100', label: '100×' },
  { value: '300', label: '300×' },
  { value: '1000', label: '1000×' },
] as const;

export const allSpeeds = [...speeds, ...moreSpeeds].sort(
  (one, other) => Number(one.value) - Number(other.value),
);
