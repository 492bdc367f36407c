import { describe, expect, test } from 'vitest';
import { translate } from '../../src/i18n/translate';

describe('a text', () => {
  test('takes the values that it names', () => {
    expect(translate('en', 'inspector.empty.action', { module: 'Payment' })).toBe(
      'Take Payment down',
    );
    expect(translate('es', 'inspector.empty.action', { module: 'Pago' })).toBe('Tirar Pago');
  });

  test('agrees with its count', () => {
    expect(translate('en', 'pane.processes', { count: 1 })).toBe('1 process');
    expect(translate('en', 'pane.processes', { count: 0 })).toBe('0 processes');
    expect(translate('es', 'pane.replicas', { count: 1 })).toBe('1 réplica');
    expect(translate('es', 'pane.replicas', { count: 1_000_000 })).toBe('1000000 réplicas');
  });

  test('does not read placeholders out of a value', () => {
    expect(translate('en', 'inspector.empty.action', { module: '{module} $& {x}' })).toBe(
      'Take {module} $& {x} down',
    );
  });
});
