/** How a number is written in a field and read back as it was typed, in one language. */
export interface NumberWriting {
  write(value: number): string;
  /** `null` for what is not a number. */
  read(text: string): number | null;
}

/** With a decimal point and nothing else. */
export const plainWriting: NumberWriting = {
  write: String,
  read: (text) => {
    const value = Number(text);
    return text.trim() === '' || Number.isNaN(value) ? null : value;
  },
};
