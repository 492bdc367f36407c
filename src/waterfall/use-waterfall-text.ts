import { useMemo } from 'react';
import { type TranslateWaterfall, translateWaterfallInto } from '../i18n/waterfall-text';
import { type Text, useText } from '../workspace/use-text';

export interface WaterfallText extends Text {
  /** The texts of a request from inside. */
  w: TranslateWaterfall;
}

export function useWaterfallText(): WaterfallText {
  const text = useText();
  return useMemo(() => ({ ...text, w: translateWaterfallInto(text.language) }), [text]);
}
