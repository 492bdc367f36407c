/** What the address of an embed says beyond that of the page. */
import type { Notice } from '../workspace/notice';

export interface EmbedOptions {
  /** `controls=0` shows the picture and what it says, and nothing to steer it with. Default 1. */
  readonly hasControls: boolean;
  /** `autoplay=0` waits for the reader to start. Default 1. */
  readonly isAutoplay: boolean;
}

/** Never throws: a damaged value falls back, with a notice that quotes it. */
export function readEmbedOptions(search: string): { options: EmbedOptions; notices: Notice[] } {
  const parameters = new URLSearchParams(search);
  const notices: Notice[] = [];
  const flag = (name: 'controls' | 'autoplay'): boolean => {
    const text = parameters.get(name);
    if (text !== null && text !== '' && text !== '0' && text !== '1') {
      notices.push({ key: `notices.embed.${name}`, values: { value: text.slice(0, 40) } });
    }
    return text !== '0';
  };
  return { options: { hasControls: flag('controls'), isAutoplay: flag('autoplay') }, notices };
}
