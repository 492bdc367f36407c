import type { AriaLabelConfig } from '@xyflow/react';
import type { Translate } from '../i18n/translate';

/** React Flow's own words for assistive technology, in the language of the page. */
export function ariaLabelsIn(t: Translate): Partial<AriaLabelConfig> {
  const hint = t('canvas.hint.move');
  return {
    'node.a11yDescription.default': hint,
    'node.a11yDescription.keyboardDisabled': hint,
    'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('canvas.moved', { x, y }),
    'edge.a11yDescription.default': '',
    'controls.ariaLabel': t('canvas.controls'),
    'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
    'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
    'controls.fitView.ariaLabel': t('canvas.fit'),
  };
}
