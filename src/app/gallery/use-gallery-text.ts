import { useMemo } from 'react';
import { type GalleryKey, translateGalleryInto } from '../../i18n/gallery-text';
import { useText } from '../../workspace/use-text';

export function useGalleryText(): (key: GalleryKey) => string {
  const { language } = useText();
  return useMemo(() => translateGalleryInto(language), [language]);
}
