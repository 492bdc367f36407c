export const controls = {
  'controls.reset': 'Volver a {value}',
  'controls.status.fine': 'bien',
  'controls.status.starting': 'arrancando',
  'controls.status.busy': 'al límite',
  'controls.status.slow': 'lento',
  'controls.status.errors': 'con errores',
  'controls.status.saturated': 'saturado',
  'controls.fault.crash': '{module} caído',
  'controls.fault.slow': '{module} {factor}',
  'controls.fault.errors': '{module}: {rate} de errores',
  'controls.status.down': 'caído',
} as const;
