import { useCallback, useEffect, useState } from 'react';
import { onDiagramRequest } from './diagram-request';

/** Whether the legend is open, and what opens and closes it; the page may ask for it as well. */
export function useLegend() {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => onDiagramRequest('legend', open), [open]);
  return { isOpen, open, close };
}
